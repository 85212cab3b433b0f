using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>Calls hub and adapters and keeps every answer whole: status, headers, body.</summary>
internal sealed class Caller(WatchedRoom room) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });

    public ConcurrentQueue<string> Answers { get; } = new();

    public WatchedRoom Room => room;

    public string Hub => room.Plan.Hub.Address;

    public Task<string> PostAsync(string path, string body, string mediaType = "application/json", string? token = null) => PostAsync(path, Encoding.UTF8.GetBytes(body), mediaType, token);

    public Task<string> PostAsync(string path, byte[] body, string mediaType = "application/json", string? token = null) =>
        SendAsync(HttpMethod.Post, path, new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } }, r => r.Headers.Authorization = new("Bearer", token ?? room.Token));

    /// <returns>The answer's body.</returns>
    public async Task<string> SendAsync(HttpMethod method, string path, HttpContent? content = null, Func<HttpRequestMessage, Task>? prepare = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? Hub + path : path) { Content = content };
        if (prepare is not null) await prepare(request);
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Answers.Enqueue($"{(int)response.StatusCode} {response.Headers}{response.Content.Headers}\n{body}");
        return body;
    }

    public Task<string> SendAsync(HttpMethod method, string path, HttpContent? content, Action<HttpRequestMessage> prepare) => SendAsync(method, path, content, request =>
    {
        prepare(request);
        return Task.CompletedTask;
    });

    /// <summary>Sends bytes as they are and reads what comes until the connection ends; what is unfinished is broken off.</summary>
    public async Task RawAsync(string address, string head, string body, bool unfinished = false)
    {
        var at = new Uri(address);
        using var client = new TcpClient();
        if (unfinished) client.LingerState = new(true, 0);
        await client.ConnectAsync(at.Host, at.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head + body));
        if (unfinished)
        {
            // Somebody reads the body when the hub asks for it; and it never comes whole.
            await stream.ReadExactlyAsync(new byte["HTTP/1.1 100".Length]);
            return;
        }

        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer).WaitAsync(Patience);
        }
        catch (IOException)
        {
            // Whoever is refused has the rest of what was sent thrown away, and may have the connection reset; what was answered before counts.
        }

        Answers.Enqueue(Encoding.UTF8.GetString(answer.ToArray()));
    }

    /// <summary>A text member of an answer, or null.</summary>
    public static string? Member(string json, string name) =>
        json.StartsWith('{') && JsonElement.Parse(json).TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public void Dispose() => http.Dispose();
}
