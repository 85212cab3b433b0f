using System.Text;
using HealthBao.Contracts.Identity;
using HealthBao.Sandbox.People;
using HealthBao.Seeds;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>A partner asks by name and number, and shows passes with the number of a document: well, badly, and of systems that answer badly. Nothing of it may stay in the hub's memory.</summary>
internal sealed class Questions(Caller caller)
{
    private const string Query = "/v1/status-queries";
    private const string Verify = "/v1/verifications";

    public IReadOnlyList<Func<Citizen, Task>> All =>
    [
        p => AskAsync(Question(p)),
        p => AskAsync(Question(p, region: null)),
        p => AskAsync(Question(p with { Name = p.Name[..^1] + "错" })),
        p => AskAsync(Question(p with { DocumentNumber = Sought.FullWidth(p.DocumentNumber) })),
        p => AskAsync(Question(p with { DocumentType = (DocumentType)(((int)p.DocumentType + 1) % 6) })),
        p => AskAsync(Escaped(Question(p))),
        p => AskAsync(Question(p, region: "140000")),
        p => AskAsync(Question(p)[..^1]),
        p => AskAsync(Question(p).Replace("\"name\"", $"\"{p.Name}\"", StringComparison.Ordinal)),
        p => AskAsync(Question(p).Replace($"\"{p.Name}\"", $"tr{p.Name}", StringComparison.Ordinal)),
        p => AskAsync(Question(p).Replace("{", $"{{\"name\":\"{p.Name}\",\"{p.DocumentNumber}\":1,", StringComparison.Ordinal)),
        p => AskAsync(Question(p, region: p.DocumentNumber)),
        p => AskAsync(Question(p, destination: p.Name)),
        p => AskAsync(Question(p, scene: p.Name)),
        p => AskAsync(Question(p, purpose: p.DocumentNumber)),
        p => AskAsync(string.Concat(Enumerable.Repeat(Question(p), 200))),
        p => caller.PostAsync(Query, Question(p), "text/plain"),
        p => caller.PostAsync(Query, Encoding.GetEncoding("GB18030").GetBytes(Question(p))),
        p => caller.PostAsync(Query, Encoding.Unicode.GetBytes(Question(p))),
        p => caller.PostAsync(Query, Question(p), token: "none"),
        p => caller.PostAsync(Query, Question(p), token: caller.Room.OperatorToken),
        p => caller.PostAsync("/v1/nothing", Question(p)),
        p => caller.SendAsync(HttpMethod.Patch, Query, new StringContent(Question(p))),
        p => BadlyAsync(p, Mishap.NamesThePersonInAFault),
        p => BadlyAsync(p, Mishap.NamesThePersonInGarbage),
        p => BadlyAsync(p, Mishap.Silent),
        p => BadlyAsync(p, Mishap.BreaksOff),
        p => RawAsync("Expect: 100-continue\r\nContent-Length: 9000", Question(p), unfinished: true),
        p => RawAsync("Transfer-Encoding: chunked\r\nContent-Length: 5\r\nConnection: close", $"7d0\r\n{Question(p)}"),
        p => RawAsync("Transfer-Encoding: chunked\r\nConnection: close", $"xyz{p.Name}\r\n{Question(p)}"),
        p => ShowAsync(p, "pass"),
        p => ShowAsync(p, "card"),
        p => ShowAsync(p, "qr"),
        p => caller.PostAsync(Verify, Showing(p, p.NativeCode ?? "none")),
        p => caller.PostAsync(Verify, Escaped(Showing(p, "none"))),
        p => caller.PostAsync(Verify, Showing(p, "none").Replace("120000", p.Name, StringComparison.Ordinal)),
        p => caller.PostAsync(Verify, "f" + Showing(p, "none")),
        p => caller.PostAsync(Verify, Showing(p with { DocumentNumber = p.DocumentNumber + "?" }, "none")),
        p => caller.PostAsync(Verify + "/batch", string.Concat(Enumerable.Range(0, 9).Select(i => (i == 4 ? p.Name : Showing(p, "none")) + "\n")), "application/x-ndjson"),
    ];

    public static string Question(Citizen person, string? region = "", string destination = "120000", string scene = "hospital", string purpose = "epidemic-control") =>
        "{" + (region is null ? "" : $"\"region\":\"{(region.Length == 0 ? person.Region : region)}\",") +
        $$"""
        "name":"{{person.Name}}","documentType":"{{person.DocumentType.Code()}}","documentNumber":"{{person.DocumentNumber}}","destination":"{{destination}}","scene":"{{scene}}","purpose":"{{purpose}}"}
        """;

    private static string Showing(Citizen person, string pass) =>
        $$"""{"pass":"{{pass}}","destination":"120000","holder":{"documentType":"{{person.DocumentType.Code()}}","documentNumber":"{{person.DocumentNumber}}"} }""";

    private static string Escaped(string json) => string.Concat(json.Select(c => c > '~' || char.IsAsciiDigit(c) ? $"\\u{(int)c:x4}" : c.ToString()));

    private Task<string> AskAsync(string question) => caller.PostAsync(Query, question);

    private Task BadlyAsync(Citizen person, Mishap mishap)
    {
        caller.Room.Systems.Let(person, mishap);
        return AskAsync(Question(person));
    }

    private async Task ShowAsync(Citizen person, string rendition) =>
        await caller.PostAsync(Verify, Showing(person, Caller.Member(await AskAsync(Question(person)), rendition) ?? "none"));

    private Task RawAsync(string headers, string body, bool unfinished = false) =>
        caller.RawAsync(caller.Hub, $"POST {Query} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {caller.Room.Token}\r\nContent-Type: application/json\r\n{headers}\r\n\r\n", body, unfinished);
}
