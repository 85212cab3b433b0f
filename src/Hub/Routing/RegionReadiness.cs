using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Revocation;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Routing;

/// <summary>Whether verdicts can be told for a region, and why not.</summary>
internal sealed class RegionReadiness(StatusListHolder lists, TrustSource trust, RegionBreakers breakers, TimeProvider clock)
{
    public const string Ready = "ready";

    // Half an evening to repair what keeps a region from stating tomorrow's key.
    private static readonly TimeSpan KeysDue = TimeSpan.FromHours(20);

    public string Of(TrustedIssuer issuer)
    {
        var now = clock.GetUtcNow();
        var today = ShanghaiDay.At(now);
        if (issuer.IsSuspended) return "suspended";
        if (!HasKeyOf(issuer, today)) return "no key of today";
        if (lists.Current.Find(issuer.Listed.Issuer, today) is not { } list) return "no status list of today";
        if (now - list.AsOf > OldestList(now)) return "status list too old";
        if (breakers.StateOf(issuer.Listed.Region) == RegionBreakers.Open) return "circuit breaker open";
        return now >= today.Start + KeysDue && !HasKeyOf(issuer, today.Next) ? "no key of tomorrow" : Ready;
    }

    // The strictest destination: above it, somebody already gets status-unknown.
    private TimeSpan OldestList(DateTimeOffset now) =>
        trust.Current.Policies.All.Where(p => p.IsEffective(now)).Select(p => p.MaxStatusAge).DefaultIfEmpty(TimeSpan.FromMinutes(30)).Min();

    private static bool HasKeyOf(TrustedIssuer issuer, ShanghaiDay day) => issuer.Keys.Any(k => k.NotBefore <= day.Start && day.End <= k.Expires);
}
