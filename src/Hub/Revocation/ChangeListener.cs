using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Threading.Channels;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Routing;
using HealthBao.Hub.Trust;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Revocation;

/// <summary>
/// Listens to every region's changes of today (server-sent events). An event is only a hint to fetch the signed list at once, so
/// nothing in it needs to be trusted; a lost connection counts as one too.
/// </summary>
internal sealed class ChangeListener(
    RegionCalls regions, HubKeys keys, IOptions<HubOptions> options, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, long> news = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task>> listening = new(StringComparer.Ordinal);
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something to read whenever there is news.</summary>
    public ChannelReader<bool> Wake => wake.Reader;

    /// <summary>How often a region has told of changes; grows.</summary>
    public long NewsOf(string region) => news.GetValueOrDefault(region);

    /// <summary>Listens to a region from now on, once.</summary>
    public void Listen(TrustedIssuer issuer) =>
        _ = listening.GetOrAdd(issuer.Listed.Region, _ => new(() => ListenAsync(issuer.Listed.Region, issuer.Listed.Issuer, lifetime.ApplicationStopping))).Value;

    private async Task ListenAsync(string region, string audience, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(region, audience, stopping);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                // Nobody awaits this loop: whatever went wrong is told here, and the region is listened to again.
                regions.LogFailure(region, "changes: " + e.GetType().Name);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Until the region closes the connection or the day is over, for the changes are those of one day.
    private async Task FollowAsync(string region, string audience, CancellationToken stopping)
    {
        var today = ShanghaiDay.At(clock.GetUtcNow());
        using var dayEnd = new CancellationTokenSource(today.End - clock.GetUtcNow(), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, dayEnd.Token);
        try
        {
            await FollowAsync(region, audience, today, either.Token);
        }
        catch (OperationCanceledException) when (dayEnd.IsCancellationRequested)
        {
            Tell(region);
        }
    }

    private async Task FollowAsync(string region, string audience, ShanghaiDay day, CancellationToken stopping)
    {
        var path = $"/status/{day.Compact}/changes";
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", HubCall.Sign(options.Value.Issuer, audience, "GET " + path, [], keys.CallKey, clock.GetUtcNow()));
        using var response = await regions.SendAsync(region, request, stopping);
        if (response is not { IsSuccessStatusCode: true }) return;
        Tell(region);
        await using var stream = await response.Content.ReadAsStreamAsync(stopping);
        await foreach (var _ in SseParser.Create(stream).EnumerateAsync(stopping)) Tell(region);
    }

    private void Tell(string region)
    {
        news.AddOrUpdate(region, 1, (_, count) => count + 1);
        wake.Writer.TryWrite(true);
    }
}
