using System.Net.Sockets;
using System.Text;

namespace HealthBao.Hub.Tests.FrontDoor;

/// <summary>Speaks HTTP/1.1 byte by byte, as no client library would.</summary>
internal static class RawHttp
{
    /// <summary>Sends the bytes and reads until the server closes, as it must after a refusal and after <c>Connection: close</c>.</summary>
    public static async Task<string> SendAsync(Uri address, string request)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(patience.Token);
    }

    public static int StatusOf(string answer) => answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;

    /// <summary>How many answers came on the connection.</summary>
    public static int Answers(string answer) => answer.Split("HTTP/1.1 ").Length - 1;
}
