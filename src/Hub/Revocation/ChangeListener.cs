using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Threading.Channels;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Routing;
using HealthBao.Hub.Trust;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Revocation;

/// <summary>
/// Listens to every region's changes of today (server-sent events) and applies each signed delta at once. What cannot be applied, and a
/// stream that ends or falls silent, makes the list be fetched whole.
/// </summary>
internal sealed class ChangeListener(
    TrustSource trust, StatusListHolder holder, RegionCalls regions, HubKeys keys, IOptions<HubOptions> options, TimeProvider clock,
    IHostApplicationLifetime lifetime, ILogger<ChangeListener> log)
{
    /// <summary>Three beats of an adapter: a stream that says nothing for so long is lost.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, HeardDeltas> heard = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task>> listening = new(StringComparer.Ordinal);
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something to read whenever a list must be fetched.</summary>
    public ChannelReader<bool> Wake => wake.Reader;

    /// <summary>What was heard of a region.</summary>
    public HeardDeltas Of(string region) => heard.GetOrAdd(region, _ => new(holder));

    /// <summary>Listens to a region from now on, once.</summary>
    public void Listen(TrustedIssuer issuer) =>
        _ = listening.GetOrAdd(issuer.Listed.Region, _ => new(() => ListenAsync(issuer.Listed.Region, issuer.Listed.Issuer, lifetime.ApplicationStopping))).Value;

    private async Task ListenAsync(string region, string audience, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            var today = ShanghaiDay.At(now);
            // Never disposed, since a timer may still be at it; it holds nothing.
            var dayEnd = new CancellationTokenSource();
            await using var midnight = clock.CreateTimer(_ => dayEnd.Cancel(), null, today.End - now, Timeout.InfiniteTimeSpan);
            // Looking, and not only waiting for midnight, survives a suspended machine and a clock that is set.
            await using var watch = clock.CreateTimer(_ => EndOn(dayEnd, today), null, Watch, Watch);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, dayEnd.Token);
            try
            {
                await FollowAsync(region, audience, today, either.Token);
            }
            catch (Exception) when (either.IsCancellationRequested)
            {
                // The day is over: the next one has its own stream. Or this process ends.
                continue;
            }
            catch (Exception e)
            {
                // Nobody awaits this loop: whatever went wrong is told here, and the region is listened to again.
                regions.LogFailure(region, "changes: " + e.GetType().Name);
            }

            await Task.Delay(Pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void EndOn(CancellationTokenSource dayEnd, ShanghaiDay day)
    {
        if (ShanghaiDay.At(clock.GetUtcNow()) != day) dayEnd.Cancel();
    }

    // Until the region closes the connection, falls silent or says something that is not a delta of the day signed by the day's key.
    private async Task FollowAsync(string region, string audience, ShanghaiDay day, CancellationToken stopping)
    {
        using var silence = new CancellationTokenSource(Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, silence.Token);
        var path = $"/status/{day.Compact}/changes";
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", HubCall.Sign(options.Value.Issuer, audience, "GET " + path, [], keys.CallKey, clock.GetUtcNow()));
        using var response = await regions.SendAsync(region, request, either.Token);
        if (response is not { IsSuccessStatusCode: true }) return;
        await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
        await using var budget = new EventBudget(stream, 2 * StatusListDeltaToken.MaxBytes);
        Of(region).Begin();
        try
        {
            await foreach (var said in SseParser.Create(budget).EnumerateAsync(either.Token))
            {
                silence.CancelAfter(Silence);
                budget.Renew();
                if (said.EventType == "delta" && !Hear(region, said.Data, day)) return;
            }
        }
        finally
        {
            Of(region).Lose();
            wake.Writer.TryWrite(true);
        }
    }

    private bool Hear(string region, string token, ShanghaiDay day)
    {
        // The keys of this moment: one that was withdrawn meanwhile changes nothing any more.
        var delta = trust.Current.Snapshot.FindRegion(region) is { } issuer ? StatusListDeltaToken.Read(token, issuer, day) : null;
        if (delta is null || delta.AsOf > clock.GetUtcNow().AddMinutes(1))
        {
            Log.DeltaRefused(log, region, day.Compact);
            return false;
        }

        if (!Of(region).Hear(delta)) wake.Writer.TryWrite(true);
        return true;
    }
}
