using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Sandbox.People;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>Somebody puts a name or number where none belongs: into addresses, headers, tokens, passes, bodies that name nobody. The hub cannot help holding these in memory for a while; nothing else may.</summary>
internal sealed class Misplacements(Caller caller)
{
    public IReadOnlyList<Func<Citizen, Task>> All =>
    [
        p => caller.PostAsync("/v1/verifications", $$"""{"pass":"{{p.Name}}","destination":"120000"}"""),
        p => caller.PostAsync("/v1/verifications", $$"""{"pass":"BJJKB:{{p.DocumentNumber}}","destination":"120000"}"""),
        p => caller.PostAsync("/v1/verifications", $$"""{"pass":"HBJKM:{{p.Name}}","destination":"120000"}"""),
        p => caller.PostAsync("/v1/token", $"grant_type=client_credentials&scope={Uri.EscapeDataString(p.Name)}&client_assertion={p.DocumentNumber}", "application/x-www-form-urlencoded"),
        p => TokenAsync(p.Name, p.DocumentNumber),
        p => TokenAsync(caller.Room.Plan.Partners[0].ClientId, p.Name),
        p => caller.PostAsync("/v1/trust/partners", p.Name, "application/jwt"),
        p => caller.PostAsync("/v1/trust/partners", Token("partner-request+jwt", p), "application/jwt"),
        p => caller.PostAsync("/v1/trust/participants", Token("participant-request+jwt", p), "application/jwt"),
        p => caller.PostAsync("/v1/trust/keys", Token("key-statement+jwt", p), "application/jwt"),
        p => caller.PostAsync("/v1/trust/policies", Token("policy-request+jwt", p), "application/jwt"),
        p => NamedAsync(p, Token("key-statement+jwt", p), "application/jwt"),
        p => NamedAsync(p, "{}", "application/json"),
        p => caller.PostAsync($"/v1/trust/keys/{p.DocumentNumber}/suspension", "", token: caller.Room.OperatorToken),
        p => caller.PostAsync($"/v1/trust/partners/{Uri.EscapeDataString(p.Name)}/approval", $$"""{"scope":"{{p.Name}}","key":"{{p.DocumentNumber}}"}""", token: caller.Room.OperatorToken),
        p => caller.PostAsync($"/v1/trust/participants/{p.DocumentNumber}/approval", "", token: caller.Room.OperatorToken),
        p => RawAsync($"GET /{p.Name} HTTP/1.1\r\nHost: hub"),
        p => RawAsync($"GET / HTTP/1.1\r\nHost: hub\r\n{p.Name} {p.DocumentNumber}"),
        p => RawAsync($"GET / HTTP/1.1\r\nHost: {p.DocumentNumber}/{p.Name}"),
        p => RawAsync($"{p.DocumentNumber}"),
        p => GetAsync($"/v1/audit?subject={Uri.EscapeDataString(p.Name)}"),
        p => GetAsync($"/v1/audit?by={p.DocumentNumber}"),
        p => GetAsync($"/v1/audit?{Uri.EscapeDataString(p.Name)}=1&kind={p.DocumentNumber}"),
        p => GetAsync($"/v1/trust/partners?state={Uri.EscapeDataString(p.Name)}"),
        p => GetAsync($"/v1/nothing/{Uri.EscapeDataString(p.Name)}?number={p.DocumentNumber}"),
        p => GetAsync($"/v1/policies/{p.DocumentNumber}?name={Uri.EscapeDataString(p.Name)}"),
        p => GetAsync($"/regions/{p.DocumentNumber}/.well-known/jwks.json"),
        p => GetAsync($"/regions/{p.Region}/v1/corrections/{p.DocumentNumber}?name={Uri.EscapeDataString(p.Name)}"),
        p => caller.SendAsync(new(p.DocumentNumber), "/v1/regions"),
        p => caller.SendAsync(HttpMethod.Get, "/v1/regions", null, r => AddHeaders(r, p)),
        p => ForwardAsync(p, "/v1/passes", $$"""{"nativeCode":"{{p.Name}}","{{p.DocumentNumber}}":1}"""),
        p => ForwardAsync(p, "/v1/passes", $$"""{"nativeCode":"{{p.DocumentNumber}}"}"""),
        p => ForwardAsync(p, "/v1/passes?qr=svg", $$"""{"nativeCode":"{{p.NativeCode ?? p.Name}}"}"""),
        p => ForwardAsync(p, "/v1/passes", p.Name + p.DocumentNumber),
        p => ForwardAsync(p, "/v1/corrections", $$"""{"about":"other","contact":"{{p.Name}}"}"""),
        p => ForwardAsync(p, "/v1/corrections", $$"""{"about":"{{p.Name}}","contact":"{{p.DocumentNumber}}","{{p.Name}}":0}"""),
        p => BadlyAsync(p, Mishap.NamesThePersonInAFault),
        p => BadlyAsync(p, Mishap.Overloaded),
        p => BadlyAsync(p, Mishap.Silent),
    ];

    private Task GetAsync(string path) => caller.SendAsync(HttpMethod.Get, path, null, r => r.Headers.Authorization = new("Bearer", caller.Room.OperatorToken));

    private Task NamedAsync(Citizen person, string body, string mediaType) =>
        caller.SendAsync(HttpMethod.Post, "/v1/trust/participants/130000/approval", new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(mediaType)), r =>
        {
            r.Headers.Authorization = new("Bearer", caller.Room.OperatorToken);
            r.Headers.Add("Idempotency-Key", person.DocumentNumber);
        });

    private Task RawAsync(string head) => caller.RawAsync(caller.Hub, head + "\r\n\r\n", "");

    private Task<string> ForwardAsync(Citizen person, string path, string body) => caller.PostAsync($"/regions/{person.Region}{path}", body);

    // A system that is asked by a code which holds the number, and tells it in its fault.
    private Task BadlyAsync(Citizen person, Mishap mishap)
    {
        caller.Room.Systems.Let(person, mishap);
        return ForwardAsync(person, "/v1/passes", $$"""{"nativeCode":"{{person.DocumentNumber}}"}""");
    }

    private static void AddHeaders(HttpRequestMessage request, Citizen person)
    {
        foreach (var name in new[] { "User-Agent", "Referer", "X-Forwarded-For", "X-Request-Id", "Cookie", "Idempotency-Key", "Accept-Language", "traceparent", "If-None-Match" })
            request.Headers.TryAddWithoutValidation(name, Uri.EscapeDataString(person.Name) + "/" + person.DocumentNumber);
        request.Headers.TryAddWithoutValidation("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(person.Name + ":" + person.DocumentNumber))}");
    }

    private Task TokenAsync(string client, string id)
    {
        var partner = caller.Room.Plan.Partners[0];
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var assertion = SignedToken.Sign("JWT", partner.Key, JsonSerializer.SerializeToUtf8Bytes(new { iss = client, sub = client, aud = caller.Hub + "/v1/token", iat = now, exp = now + 60, jti = id }));
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
            ["scope"] = "verify",
        });
        return caller.SendAsync(HttpMethod.Post, "/v1/token", form);
    }

    private string Token(string type, Citizen person) => SignedToken.Sign(type, caller.Room.Plan.Partners[0].Key, JsonSerializer.SerializeToUtf8Bytes(new
    {
        iss = person.Name,
        sub = person.DocumentNumber,
        clientId = person.Name,
        region = person.DocumentNumber,
        names = new { zh = person.Name, en = person.DocumentNumber },
    }));
}
