using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HealthBao.HealthCode.Tests.Tickets;

/// <summary>What persons and desks do in these tests.</summary>
internal static class Desk
{
    public static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. "a picture that nobody else may see"u8];

    /// <summary>Opens a request by a session.</summary>
    public static async Task<JsonElement> OpenAsync(this RunningHealthCode system, string token, object request, string path = "/v1/tickets")
    {
        using var response = await system.SendAsync(token, HttpMethod.Post, path, request);
        return await ReadAsync(response, HttpStatusCode.Created);
    }

    public static async Task<JsonElement> SeeAsync(this RunningHealthCode system, string token, string path)
    {
        using var response = await system.SendAsync(token, HttpMethod.Get, path);
        return await ReadAsync(response, HttpStatusCode.OK);
    }

    /// <summary>Reads a request with the end of a document.</summary>
    public static async Task<HttpResponseMessage> ReadAsync(this RunningHealthCode system, string number, string end)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/tickets/" + number) { Headers = { { "X-HealthBao-Document-End", end } } };
        return await system.Http.SendAsync(request);
    }

    public static Task<JsonElement> DecideAsync(this RunningHealthCode system, string number, string office, string decision, string reason) =>
        system.DoAsync(HttpMethod.Post, "/v1/desk/tickets/" + number, office, new { decision, reason, text = "已核实" });

    /// <summary>Decides where it must be refused.</summary>
    public static async Task<HttpStatusCode> TryDecideAsync(this RunningHealthCode system, string number, string office, string decision, string reason)
    {
        using var response = await system.SendAsync(HttpMethod.Post, "/v1/desk/tickets/" + number, office, JsonContent.Create(new { decision, reason, text = "已核实" }));
        return response.StatusCode;
    }

    public static Task<HttpResponseMessage> AttachAsync(this RunningHealthCode system, string token, string number, byte[] bytes) =>
        system.SendAsync(token, HttpMethod.Post, $"/v1/tickets/{number}/evidence", new ByteArrayContent(bytes), system.Device);

    public static string Text(this JsonElement element, string member) => element.GetProperty(member).GetString()!;

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
