using System.Net.Http.Headers;
using System.Text;

namespace HealthBao.Adapters.Joining;

/// <summary>Posts signed documents to the hub and reads what it publishes; every failure is a value.</summary>
internal sealed class HubConnection(HttpClient http)
{
    private EntityTagHeaderValue? held;

    /// <summary>Reads a public document.</summary>
    /// <returns>Its text, null when it is the one read last; and why there is none, or null.</returns>
    public async Task<(string? Text, string? Fault)> GetAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (held is not null) request.Headers.IfNoneMatch.Add(held);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            if (response.StatusCode == System.Net.HttpStatusCode.NotModified) return (null, null);
            if (!response.IsSuccessStatusCode) return (null, $"the hub answered {(int)response.StatusCode}");
            held = response.Headers.ETag;
            return (await response.Content.ReadAsStringAsync(cancellation), null);
        }
        catch (HttpRequestException e)
        {
            return (null, $"the hub is not there ({e.HttpRequestError})");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, "the hub did not answer in time");
        }
    }

    /// <summary>Null when the hub took the document, else why not.</summary>
    public async Task<string?> PostAsync(string path, string token, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(token)) { Headers = { ContentType = new MediaTypeHeaderValue("application/jwt") } };
        try
        {
            using var response = await http.PostAsync(path, content, cancellation);
            return response.IsSuccessStatusCode ? null
                : (int)response.StatusCode == 403 ? "not approved yet by the hub's operator"
                : $"the hub answered {(int)response.StatusCode}";
        }
        catch (HttpRequestException e)
        {
            return $"the hub is not there ({e.HttpRequestError})";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "the hub did not answer in time";
        }
    }
}
