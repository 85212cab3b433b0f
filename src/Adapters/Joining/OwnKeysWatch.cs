using HealthBao.Adapters.Issuing;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Adapters.Joining;

/// <summary>
/// Reads in the hub's trust list what became of this region's own keys. A day key that was suspended is replaced at once, with every pass it
/// signed; a key that is listed and was lost here is suspended in the region's own name, so that the one made since can be listed.
/// </summary>
internal sealed class OwnKeysWatch(
    RegionFolder region, HubConnection hub, HubTrustAnchor anchor, EnrolmentKey enrolment, DayKeys days, TimeProvider clock, ILogger<OwnKeysWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(5);
    private (TrustListReader Reader, string Kid)? pinned;
    private string? told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        do
        {
            try
            {
                Tell(await LookAsync(stoppingToken));
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Tell("a fault of its own: " + e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Looks once.</summary>
    /// <returns>Null, or why nothing could be learnt.</returns>
    private async Task<string?> LookAsync(CancellationToken cancellation)
    {
        if (anchor.Current is not { } key) return "Hub:TrustAnchor is not there";
        if (pinned?.Kid != key.Kid) pinned = (new(key), key.Kid);
        var (token, fault) = await hub.GetAsync("/.well-known/trust-list", cancellation);
        if (fault is not null) return fault;
        if (token is not null && pinned.Value.Reader.Take(token, clock.GetUtcNow()) is var doubt && doubt != TrustListFault.None) return "the list is not taken: " + doubt.Code();
        var own = pinned.Value.Reader.InForce(clock.GetUtcNow())?.Participants.FirstOrDefault(p => p.Region == region.Code);
        foreach (var listed in own?.Keys ?? [])
            if (await JudgeAsync(listed, cancellation) is { } refused) return refused;
        return null;
    }

    private async Task<string?> JudgeAsync(ListedKey listed, CancellationToken cancellation)
    {
        var kid = listed.Jwk.Thumbprint;
        if (days.Find(ShanghaiDay.At(listed.NotBefore)) is not { } day) return null;
        if (listed.IsSuspended && day.Key.Kid == kid) await days.RenewAsync(day);
        if (listed.IsSuspended || day.Key.Kid == kid || !days.WasOurs(listed.Jwk)) return null;
        logger.DayKeyLost(day.Day.Compact, kid);
        var word = KeySuspension.Sign(region.Participant.Issuer, region.Code, kid, enrolment.Key, clock.GetUtcNow());
        if (await hub.PostAsync($"/v1/trust/keys/{kid}/suspension", word, cancellation) is { } refused) return "suspending a lost key: " + refused;
        days.TellAgain();
        return null;
    }

    // Once per cause: the hub may be away for long.
    private void Tell(string? fault)
    {
        if (fault is not null && fault != told) logger.OwnKeysUnknown(region.Code, fault);
        told = fault;
    }
}
