using System.Net.Http.Json;
using System.Text.Json;

namespace HealthBao.Hub.Tests.Partners;

/// <summary>The calls by which partners join, as partner and operator make them.</summary>
internal static class PartnerCalls
{
    public static Task<HttpResponseMessage> AskToJoinAsync(this RunningHub hub, string request) => FakeRegion.PostJwtAsync(hub, "/v1/trust/partners", request);

    public static Task<HttpResponseMessage> DecideAsync(this RunningHub hub, string clientId, string decision, object? body = null) =>
        hub.PostAsync($"/v1/trust/partners/{clientId}/{decision}", JsonContent.Create(body ?? new { }), TestPartner.Operator);

    public static Task<HttpResponseMessage> ApproveAsync(this RunningHub hub, TestPartner partner, string? scope = null) =>
        hub.DecideAsync(partner.ClientId, "approval", new { scope = scope ?? partner.Scope, key = partner.Key.Kid });

    public static async Task JoinAsync(this RunningHub hub, TestPartner partner)
    {
        (await hub.AskToJoinAsync(partner.Request(hub.Clock.GetUtcNow()))).EnsureSuccessStatusCode().Dispose();
        (await hub.ApproveAsync(partner)).EnsureSuccessStatusCode().Dispose();
    }

    public static async Task<JsonElement[]> PartnersAsync(this RunningHub hub, string query = "")
    {
        using var response = await hub.GetAsync("/v1/trust/partners" + query);
        response.EnsureSuccessStatusCode();
        return [.. (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("partners").EnumerateArray()];
    }

    public static async Task<string?[]> AuditedAsync(this RunningHub hub, string clientId)
    {
        using var response = await hub.GetAsync("/v1/audit?subject=" + clientId);
        response.EnsureSuccessStatusCode();
        return [.. (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("entries").EnumerateArray().Select(e => Expect.Text(e, "kind"))];
    }

    public static async Task<System.Net.HttpStatusCode> TokenStatusAsync(this RunningHub hub, TestPartner partner, HealthBao.Contracts.Jose.SigningKey? key = null, string? scope = null)
    {
        using var response = await hub.Http.PostAsync("/v1/token", TestPartner.Form(partner.Assertion(hub.Clock.GetUtcNow(), key: key), scope));
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> GetAsync(this RunningHub hub, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", await hub.TokenAsync(TestPartner.Operator));
        return await hub.Http.SendAsync(request);
    }
}
