using System.Net.Http.Headers;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Privacy;
using HealthBao.Hub.Trust;
using Microsoft.Extensions.Options;
using Polly;
using Yarp.ReverseProxy;

namespace HealthBao.Hub.Routing;

/// <summary>The hub's own calls to adapters, through the region's cluster: the same client, bulkhead and breaker as forwarded calls.</summary>
public sealed class RegionCalls(
    IProxyStateLookup proxy, TrustSource trust, HubKeys keys, IOptions<HubOptions> options, TimeProvider clock, ILogger<RegionCalls> log)
{
    private const int MaxAnswerBytes = 64 * 1024;

    /// <summary>Calls a region with the hub's 30-second word on it.</summary>
    /// <param name="json">Sent from where it lies. When the call ends early it may still be read; it may be wiped then, but not be used for anything else.</param>
    /// <returns>The answer, or null when the region gave none; then <c>region-unavailable</c>.</returns>
    public async Task<RegionAnswer?> PostAsync(TrustedIssuer region, string path, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var call = HubCall.Sign(options.Value.Issuer, region.Listed.Issuer, "POST " + path, json.Span, keys.CallKey, clock.GetUtcNow(), out var callId);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new InPlaceContent(json, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", call);
        try
        {
            using var response = await SendAsync(region.Listed.Region, request, cancellation);
            if (response is null) return null;
            if (response.Content.Headers.ContentLength > MaxAnswerBytes) return Failed(region, "the answer is too large");
            var body = await ReadAsync(response.Content, cancellation);
            return body is null ? Failed(region, "the answer is too large") : new((int)response.StatusCode, body, callId);
        }
        catch (Exception e) when (IsExpected(e, cancellation))
        {
            return Failed(region, e.GetType().Name);
        }
    }

    /// <summary>Sends a request to a region; the caller handles what <see cref="IsExpected"/> names.</summary>
    /// <returns>Null when the region has no cluster yet.</returns>
    internal async Task<HttpResponseMessage?> SendAsync(string region, HttpRequestMessage request, CancellationToken cancellation)
    {
        if (!trust.Current.Enrolments.TryGetValue(region, out var enrolment) || !proxy.TryGetCluster(RegionRoutes.ClusterOf(region), out var cluster)) return null;
        // As YARP does: the adapter's own path, if it has one, stays in front.
        request.RequestUri = new Uri(enrolment.AdapterAddress.ToString().TrimEnd('/') + request.RequestUri);
        request.Version = System.Net.HttpVersion.Version11;
        return await cluster.Model.HttpClient.SendAsync(request, cancellation);
    }

    /// <summary>The ways in which a call to a region fails that are the region's fault and not a bug of ours.</summary>
    internal static bool IsExpected(Exception e, CancellationToken cancellation) =>
        e is HttpRequestException or IOException or ExecutionRejectedException or Polly.Timeout.TimeoutRejectedException
        || (e is OperationCanceledException && !cancellation.IsCancellationRequested);

    internal void LogFailure(string region, string why) => Log.RegionFailed(log, region, why);

    private RegionAnswer? Failed(TrustedIssuer region, string why)
    {
        LogFailure(region.Listed.Region, why);
        return null;
    }

    private async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Value.RegionTimeoutSeconds));
        await using var stream = await content.ReadAsStreamAsync(patience.Token);
        var buffer = new byte[MaxAnswerBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, patience.Token);
        return length > MaxAnswerBytes ? null : buffer[..length];
    }
}
