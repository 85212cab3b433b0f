using System.Net.Http.Headers;
using System.Text;

namespace HealthBao.Adapters.Joining;

/// <summary>Posts signed documents to the hub; every failure is a value.</summary>
internal sealed class HubConnection(HttpClient http)
{
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
