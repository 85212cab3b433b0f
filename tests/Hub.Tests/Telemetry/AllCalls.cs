using System.Net.Http.Headers;
using System.Text;
using HealthBao.Contracts.Status;

namespace HealthBao.Hub.Tests.Telemetry;

/// <summary>Every call there is, with everything in it that must not be told: names, numbers, codes, tickets, tokens.</summary>
internal static class AllCalls
{
    public const string Ticket = "hZ9mNsecretTicket0fATraveller";
    public const string Code = "BEIJING:secret-code-content-42";

    /// <summary>What may stand in no log, metric, span or problem.</summary>
    public static IReadOnlyList<string> Secrets { get; } = [TestPeople.Zhang.Name, TestPeople.Zhang.Number, TestPeople.Li.Name, TestPeople.Li.Number, Ticket, "secret-code-content", "shc:/5676"];

    public static async Task MakeAsync(RunningHub hub, FakeRegion region)
    {
        region.Adapter.AnswerQueries(() => new(HealthStatus.NotHeld, null, null, null));
        var pass = region.Sign(region.Says()).Api;
        await hub.AskAsync("/v1/verifications", new { pass, destination = "120000", holder = TestPeople.Zhang.Holder });
        await hub.AskAsync("/v1/verifications", new { pass, destination = "120000", holder = TestPeople.Li.Holder });
        await hub.AskAsync("/v1/verifications", new { pass = Code, destination = "120000" });
        await hub.AskAsync("/v1/verifications", new { pass = TestPeople.Zhang.Number, destination = "440000" });
        await hub.AskAsync("/v1/status-queries", TestPeople.Zhang.Query(null));
        await hub.AskAsync("/v1/status-queries", TestPeople.Li.Query(region.Code));
        using var batch = await hub.PostTextAsync("/v1/verifications/batch", $"{{\"pass\":\"{pass}\",\"destination\":\"120000\"}}\n{TestPeople.Zhang.Name}\n", TestPartner.Gate, "application/x-ndjson");
        await batch.Content.ReadAsStringAsync();
        string[] reads =
        [
            "/livez", "/readyz", "/metrics", "/v1/regions", "/.well-known/trust-list", "/.well-known/jwks.json", "/.well-known/recognition-policies", $"/v1/nothing/{TestPeople.Zhang.Number}",
            $"/regions/{region.Code}/v1/corrections/{Ticket}?name={TestPeople.Zhang.Name}", $"/v1/audit?by={TestPeople.Li.Number}",
        ];
        foreach (var path in reads) await SendAsync(hub, new(HttpMethod.Get, path));
        await SendAsync(hub, Json("/v1/verifications", $$"""{"pass":{{TestPeople.Zhang.Number[..17]}},"{{TestPeople.Zhang.Name}}":1}"""));
        await SendAsync(hub, Json($"/regions/{region.Code}/v1/passes", $$"""{"nativeCode":"{{Code}}"}"""));
        await SendAsync(hub, Json("/v1/token", $"client_assertion={TestPeople.Zhang.Number}", "application/x-www-form-urlencoded"));
        await SendAsync(hub, Json("/v1/trust/keys", TestPeople.Zhang.Number, "application/jwt"));
    }

    private static HttpRequestMessage Json(string path, string body, string mediaType = "application/json") =>
        new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    private static async Task SendAsync(RunningHub hub, HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.UserAgent.ParseAdd("scanner/" + TestPeople.Zhang.Number);
            request.Headers.TryAddWithoutValidation("baggage", "holder=" + TestPeople.Zhang.Number);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await hub.TokenAsync(request.RequestUri!.ToString().StartsWith("/v1/audit", StringComparison.Ordinal) ? TestPartner.Operator : TestPartner.Gate));
            using var response = await hub.Http.SendAsync(request);
            await response.Content.ReadAsByteArrayAsync();
        }
    }
}
