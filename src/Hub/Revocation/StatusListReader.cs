using System.Collections.Concurrent;
using System.Text;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Routing;
using HealthBao.Hub.Trust;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Revocation;

/// <summary>
/// Keeps every region's status list of today whole: listens to the adapter's changes, and fetches the list when there is none, when
/// something is missing between it and the changes, and when nothing was heard for its <c>ttl</c>. A region that is dead or slow holds up no other.
/// </summary>
internal sealed class StatusListReader(
    TrustSource trust, StatusListHolder holder, RegionCalls regions, ChangeListener changes, IOptions<HubOptions> options, TimeProvider clock,
    ILogger<StatusListReader> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, (string Why, long At)> refused = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> running = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var today = ShanghaiDay.At(clock.GetUtcNow());
            holder.Forget(today.Previous);
            foreach (var issuer in trust.Current.Snapshot.Issuers.Where(i => !i.IsSuspended && IsDue(i, today)))
                Start(issuer, today, stopping);
            await WaitAsync(stopping);
        }
    }

    // Until the next beat, or at once when a list must be fetched.
    private async Task WaitAsync(CancellationToken stopping)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        beat.CancelAfter(Rhythm);
        try
        {
            await changes.Wake.ReadAsync(beat.Token);
        }
        catch (OperationCanceledException)
        {
            // The beat.
        }
    }

    private bool IsDue(TrustedIssuer issuer, ShanghaiDay today)
    {
        if (!issuer.Keys.Any(k => k.NotBefore <= today.Start && today.End <= k.Expires)) return false;
        changes.Listen(issuer);
        if (refused.TryGetValue(issuer.Listed.Region, out var last) && TimeProvider.System.GetElapsedTime(last.At) < PauseAfterRefusal) return false;
        var held = holder.Current.Find(issuer.Listed.Issuer, today);
        return held is null || changes.Of(issuer.Listed.Region).IsMissing || held.AsOf + held.TimeToLive <= clock.GetUtcNow();
    }

    private void Start(TrustedIssuer issuer, ShanghaiDay today, CancellationToken stopping)
    {
        if (running.TryGetValue(issuer.Listed.Region, out var task) && !task.IsCompleted) return;
        running[issuer.Listed.Region] = FetchAsync(issuer, today, stopping);
    }

    private async Task FetchAsync(TrustedIssuer issuer, ShanghaiDay day, CancellationToken stopping)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/status/{day.Compact}");
            using var response = await regions.SendAsync(issuer.Listed.Region, request, stopping);
            if (response is null) return;
            if (!response.IsSuccessStatusCode) { Refuse(issuer, day, $"HTTP {(int)response.StatusCode}"); return; }
            var list = StatusListToken.Read(await ReadAsync(response.Content, stopping), issuer, day);
            if (list is null || list.AsOf > clock.GetUtcNow().AddMinutes(1)) Refuse(issuer, day, "not a status list of the day signed by the day's key");
            else Take(issuer, list);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            // Nobody awaits this task: whatever went wrong is told here or nowhere.
            Refuse(issuer, day, e.GetType().Name);
        }
    }

    // The cluster's time-out ends with the headers. A region that stops in the middle must not hold up its own next list.
    private async Task<string> ReadAsync(HttpContent content, CancellationToken stopping)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Value.RegionTimeoutSeconds));
        await content.LoadIntoBufferAsync(StatusListToken.MaxBytes, patience.Token);
        return Encoding.ASCII.GetString(await content.ReadAsByteArrayAsync(patience.Token));
    }

    private void Take(TrustedIssuer issuer, HeldStatusList list)
    {
        if (holder.Current.Find(list.Issuer, list.Day) is null) Log.StatusListTaken(log, issuer.Listed.Region, list.Day.Compact, list.List.Count, list.AsOf);
        if (changes.Of(issuer.Listed.Region).Take(list)) refused.TryRemove(issuer.Listed.Region, out _);
        // A list may be a second old, and then be behind what was heard already.
        else refused[issuer.Listed.Region] = ("", TimeProvider.System.GetTimestamp());
    }

    // Said once per cause, however long a region stays away; readiness tells that it still does.
    private void Refuse(TrustedIssuer issuer, ShanghaiDay day, string why)
    {
        if (!refused.TryGetValue(issuer.Listed.Region, out var last) || last.Why != why) Log.StatusListNotTaken(log, issuer.Listed.Region, day.Compact, why);
        refused[issuer.Listed.Region] = (why, TimeProvider.System.GetTimestamp());
    }
}
