using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Identity;
using HealthBao.Hub.Tests.Verification;
using HealthBao.Seeds;

namespace HealthBao.Hub.Tests.Privacy;

/// <summary>Every way in which a person's name and number come to the hub, well and badly written. Each gives what was answered.</summary>
internal sealed class PersonalCalls(SeededRoom room)
{
    private const string Query = "/v1/status-queries";
    private const string Verify = "/v1/verifications";

    public IReadOnlyList<Func<SeededPerson, Task<string>>> All =>
    [
        // Well written.
        p => { room.Hold(p); return SendAsync(Query, Question(p)); },
        p => { room.Hold(p); return SendAsync(Query, Question(p, region: null)); },
        p => SendAsync(Query, Question(p)),
        p => { room.Hold(p); return SendAsync(Query, Question(p with { Name = p.Name[..^1] + "错" })); },
        p => SendAsync(Query, Question(p with { Number = Sought.FullWidth(p.Number.ToLowerInvariant()) })),
        p => { room.Hold(p); return SendAsync(Query, Question(p with { Number = $" {p.Number[..6]} {p.Number[6..].ToLowerInvariant()} " })); },
        p => { room.Hold(p); return SendAsync(Query, Escaped(Question(p))); },
        p => { room.Hold(p); return SendAsync(Query, new CutContent(Encoding.UTF8.GetBytes(Question(p)), 7)); },
        p => { room.Hold(p); return SendAsync(Query, Question(p) + new string(' ', 9000)); },
        p => SendAsync(Query, Question(p, region: "120000")),
        p => SendAsync(Query, Question(p, region: "130000")),
        p => SendAsync(Query, Question(p, region: "140000")),
        // Badly written.
        p => SendAsync(Query, Question(p)[..^1]),
        p => SendAsync(Query, Question(p) + p.Name),
        p => SendAsync(Query, Question(p).Replace($"\"{p.Name}\"", p.Name, StringComparison.Ordinal)),
        p => SendAsync(Query, Question(p).Replace("\"110000\"", "nobody", StringComparison.Ordinal)),
        p => SendAsync(Query, Question(p).Replace($"\"{p.Name}\"", $"[\"{p.Name}\"]", StringComparison.Ordinal)),
        p => SendAsync(Query, Question(p).Replace("\"name\"", $"\"{p.Name}\"", StringComparison.Ordinal)),
        p => SendAsync(Query, Question(p).Replace("{", $"{{\"{p.Number}\":1,\"{p.Name}\":2,\"{p.Name}\":3,", StringComparison.Ordinal)),
        p => SendAsync(Query, Question(p).Replace("{", $"{{\"name\":\"{p.Name}\",", StringComparison.Ordinal)),
        p => SendAsync(Query, Question(p with { Name = string.Concat(Enumerable.Repeat(p.Name, 40)) })),
        p => SendAsync(Query, Question(p with { Number = p.Number + p.Number })),
        p => SendAsync(Query, Question(p with { Number = p.Number + "02" })),
        p => SendAsync(Query, Question(p with { Number = p.Number[..^1] + (p.Number[^1] == '1' ? '2' : '1') })),
        p => SendAsync(Query, Question(p, purpose: p.Name)),
        p => SendAsync(Query, Question(p, scene: p.Number)),
        p => SendAsync(Query, Question(p, destination: p.Name)),
        p => SendAsync(Query, Question(p, region: p.Number)),
        p => SendAsync(Query, Question(p).Replace(p.Type.Code(), p.Number, StringComparison.Ordinal)),
        p => SendAsync(Query, string.Concat(Enumerable.Repeat(Question(p), 200))),
        p => SendAsync(Query, new CutContent(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Question(p), 200))), 3000)),
        p => SendAsync(Query, new ByteArrayContent(Encoding.GetEncoding("GB18030").GetBytes(Question(p)))),
        p => SendAsync(Query, new ByteArrayContent(Encoding.Unicode.GetBytes(Question(p)))),
        p => SendAsync(Query, Question(p), "text/plain"),
        p => SendAsync(Query, Question(p), token: "none"),
        p => SendAsync("/v1/nothing", Question(p)),
        p => AbortAsync(Query, Question(p)),
        // With a pass in hand.
        p => SendAsync(Verify, Showing(p)),
        p => SendAsync(Verify, Escaped(Showing(p))),
        p => SendAsync(Verify, new CutContent(Encoding.UTF8.GetBytes(Showing(p)), 500)),
        p => SendAsync(Verify, Showing(p, number: Sought.FullWidth(p.Number))),
        p => SendAsync(Verify, Showing(p, pass: "no-pass-at-all")),
        p => SendAsync(Verify, Showing(p)[..^1]),
        p => SendAsync(Verify, Showing(p).Replace("\"120000\"", "tru", StringComparison.Ordinal)),
        p => SendAsync(Verify, "f" + Showing(p)),
        p => SendAsync(Verify, Showing(p, number: p.Number + "0")),
        p => SendAsync(Verify, Showing(p).Replace("120000", p.Number, StringComparison.Ordinal)),
        p => SendAsync(Verify, Showing(p).Replace("documentType", p.Name, StringComparison.Ordinal)),
        p => AbortAsync(Verify, Showing(p)),
        p => SendAsync(Verify + "/batch", Batch(p), "application/x-ndjson"),
        p => SendAsync(Verify + "/batch", new CutContent(Encoding.UTF8.GetBytes(Batch(p)), 900), "application/x-ndjson"),
        p => AbortAsync(Verify + "/batch", Batch(p)),
    ];

    public Task<string> OrdinaryAsync(SeededPerson person) => SendAsync(Verify, JsonSerializer.Serialize(new { pass = room.PassOf(person).Api, destination = "120000" }));

    public Task<string> ShownAsync(SeededPerson person) => SendAsync(Verify, Showing(person));

    private static string Question(SeededPerson person, string? region = "110000", string destination = "120000", string scene = "hospital", string purpose = "epidemic-control") =>
        "{" + (region is null ? "" : $"\"region\":\"{region}\",") +
        $$"""
        "name":"{{person.Name}}","documentType":"{{person.Type.Code()}}","documentNumber":"{{person.Number}}","destination":"{{destination}}","scene":"{{scene}}","purpose":"{{purpose}}"}
        """;

    private string Showing(SeededPerson person, string? number = null, string? pass = null) =>
        $$"""{"pass":"{{pass ?? room.PassOf(person).Api}}","destination":"120000","holder":{"documentType":"{{person.Type.Code()}}","documentNumber":"{{number ?? person.Number}}"} }""";

    private string Batch(SeededPerson person) => string.Concat(Enumerable.Range(0, 20).Select(i => i switch
    {
        7 => Showing(person)[..^1],
        11 => person.Name + new string('x', 40_000) + person.Number,
        _ => Showing(person),
    } + "\n"));

    private static string Escaped(string json) => string.Concat(json.Select(c => c > '~' || char.IsAsciiDigit(c) ? $"\\u{(int)c:x4}" : c.ToString()));

    private Task<string> SendAsync(string path, string body, string mediaType = "application/json", string? token = null) =>
        SendAsync(path, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), mediaType, token);

    private async Task<string> SendAsync(string path, HttpContent content, string mediaType = "application/json", string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        request.Headers.Authorization = new("Bearer", token ?? room.Token);
        using var response = await room.Hub.Http.SendAsync(request);
        return $"{(int)response.StatusCode} {response.Headers}{await response.Content.ReadAsStringAsync()}";
    }

    /// <summary>Sends half of a body and goes away.</summary>
    private async Task<string> AbortAsync(string path, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var client = new TcpClient { LingerState = new(true, 0) };
        await client.ConnectAsync(room.Hub.Http.BaseAddress!.Host, room.Hub.Http.BaseAddress.Port);
        var mediaType = path.EndsWith("batch", StringComparison.Ordinal) ? "application/x-ndjson" : "application/json";
        var head = $"POST {path} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {room.Token}\r\nContent-Type: {mediaType}\r\nContent-Length: {bytes.Length + 100}\r\nExpect: 100-continue\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        // The hub asks for the body when somebody reads it: so it is read, and never whole.
        await client.GetStream().ReadExactlyAsync(new byte["HTTP/1.1 100".Length]);
        await client.GetStream().WriteAsync(bytes);
        return "";
    }
}
