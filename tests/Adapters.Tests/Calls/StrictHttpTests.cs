using System.Net.Sockets;
using System.Text;

namespace HealthBao.Adapters.Tests.Calls;

public sealed class StrictHttpTests
{
    [Theory]
    [InlineData("GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "200")]
    [InlineData("GET /livez HTTP/1.1\nHost: a\nConnection: close\n\n", "400")]
    [InlineData("TRACE /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "405")]
    [InlineData("POST /v1/passes HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /livez HTTP/1.1\r\nHost: a\r\n\r\n", "400")]
    [InlineData("POST /v1/passes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\nConnection: close\r\n\r\n0\r\n\r\n", "400")]
    public async Task What_two_servers_could_read_in_two_ways_is_refused_with_the_connection(string request, string status)
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", adapter.Http.BaseAddress!.Port, patience.Token);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync(patience.Token);
        Assert.StartsWith("HTTP/1.1 " + status, answer, StringComparison.Ordinal);
        Assert.Equal(2, answer.Split("HTTP/1.1 ").Length);
    }
}
