using System.Net.Http.Headers;
using System.Text;

namespace HealthBao.Hub.Tests.Idempotency;

/// <summary>Writes under an Idempotency-Key, as operators and regions send them.</summary>
internal static class KeyedCalls
{
    public static async Task<HttpResponseMessage> WriteAsync(this RunningHub hub, string path, string? key, TestPartner? partner = null, string? body = null, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new(mediaType) } };
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (partner is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await hub.TokenAsync(partner));
        return await hub.Http.SendAsync(request);
    }

    public static Task<HttpResponseMessage> SayAsync(this RunningHub hub, string path, string? key, string word) => hub.WriteAsync(path, key, body: word, mediaType: "application/jwt");

    /// <summary>What an answer says: status and body.</summary>
    public static async Task<(int Status, string Body)> SaysAsync(this Task<HttpResponseMessage> call)
    {
        using var response = await call;
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
