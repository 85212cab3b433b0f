using System.Net.Sockets;
using System.Text;

namespace HealthBao.Hub.Tests.Verification;

/// <summary>A call whose body is spoken piece by piece while its answer is read, which the platform's client does not do on HTTP/1.1.</summary>
internal sealed class Conversation : IAsyncDisposable
{
    private readonly TcpClient connection = new();
    private StreamReader reader = StreamReader.Null;

    public static async Task<Conversation> OpenAsync(RunningHub hub, string path, string mediaType)
    {
        var conversation = new Conversation();
        await conversation.connection.ConnectAsync(hub.Http.BaseAddress!.Host, hub.Http.BaseAddress.Port);
        conversation.reader = new(conversation.connection.GetStream(), Encoding.UTF8);
        await conversation.WriteAsync(
            $"POST {path} HTTP/1.1\r\nHost: hub\r\nContent-Type: {mediaType}\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer {await hub.TokenAsync(TestPartner.Gate)}\r\n\r\n");
        return conversation;
    }

    public Task SayAsync(string text) => WriteAsync($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");

    /// <summary>The next line that begins so; headers and chunk sizes are passed over.</summary>
    public async Task<string> HearAsync(char first)
    {
        while (await reader.ReadLineAsync() is { } line)
            if (line.StartsWith(first)) return line;

        throw new EndOfStreamException();
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task WriteAsync(string text) => connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();
}
