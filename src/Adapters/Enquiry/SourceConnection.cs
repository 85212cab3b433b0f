using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace HealthBao.Adapters.Enquiry;

/// <summary>
/// HTTP to a region's own system: bounded in time, size and concurrency, and every failure a value.
/// The client comes with time-out, circuit breaker and concurrency limit (see <c>AdapterHost</c>); redirects are not followed.
/// <see cref="HttpClient.Timeout"/> must be finite: it bounds the whole answer here, body included.
/// </summary>
public sealed class SourceConnection(HttpClient http)
{
    public const int MaxReplyBytes = 1024 * 1024;

    /// <summary>Sends a request; any answer but HTTP 200 is <see cref="SourceFault.Faulted"/>, 503 and 429 are <see cref="SourceFault.Overloaded"/>.</summary>
    public async Task<SourceAnswer<SourceReply>> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        // Neither HttpClient.Timeout nor a resilience handler covers the body once the headers are read.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(http.Timeout);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if ((int)response.StatusCode is 503 or 429) return SourceFault.Overloaded;
            if ((int)response.StatusCode != 200) return SourceFault.Faulted;
            return await ReadAsync(response.Content, limit.Token);
        }
        catch (TimeoutRejectedException)
        {
            return SourceFault.TimedOut;
        }
        catch (Exception e) when (e is BrokenCircuitException or RateLimiterRejectedException)
        {
            return SourceFault.Overloaded;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return SourceFault.TimedOut;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return SourceFault.Unreachable;
        }
    }

    private static async Task<SourceAnswer<SourceReply>> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > MaxReplyBytes) return SourceFault.TooLarge;
        using var body = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + read > MaxReplyBytes) return SourceFault.TooLarge;
            body.Write(buffer, 0, read);
        }

        return new SourceReply(content.Headers.ContentType?.ToString() ?? "", body.ToArray());
    }
}
