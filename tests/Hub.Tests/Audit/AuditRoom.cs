using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace HealthBao.Hub.Tests.Audit;

/// <summary>Reads the audit log of a hub as an auditor does.</summary>
internal static class AuditRoom
{
    public static async Task<JsonElement> AuditAsync(this RunningHub hub, string query = "")
    {
        using var response = await hub.GetAuditAsync(query);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static async Task<IReadOnlyList<JsonElement>> EntriesAsync(this RunningHub hub, string query = "") =>
        [.. (await hub.AuditAsync(query)).GetProperty("entries").EnumerateArray()];

    public static async Task<HttpResponseMessage> GetAuditAsync(this RunningHub hub, string query = "", string? accept = null, TestPartner? partner = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/audit" + query);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await hub.TokenAsync(partner ?? TestPartner.Operator));
        if (accept is not null) request.Headers.Accept.ParseAdd(accept);
        return await hub.Http.SendAsync(request);
    }

    public static string FileOf(this RunningHub hub) => System.IO.Directory.GetFiles(Path.Combine(hub.Directory, "audit"), "audit-*.db").Single();
}
