using System.Diagnostics.Metrics;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Audit;
using HealthBao.Hub.FrontDoor;
using HealthBao.Hub.Revocation;
using HealthBao.Hub.Routing;
using HealthBao.Hub.Trust;
using HealthBao.Telemetry;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Telemetry;

/// <summary>What the hub holds, looked at whenever somebody reads the metrics and not before.</summary>
internal sealed class HubGauges
{
    private readonly TrustSource trust;
    private readonly StatusListHolder lists;
    private readonly RegionBreakers breakers;
    private readonly RegionReadiness readiness;
    private readonly TimeProvider clock;

    public HubGauges(IMeterFactory factory, TrustSource trust, StatusListHolder lists, RegionBreakers breakers, RegionReadiness readiness, AuditLog audit, IOptions<RateLimiterOptions> limiter, TimeProvider clock)
    {
        (this.trust, this.lists, this.breakers, this.readiness, this.clock) = (trust, lists, breakers, readiness, clock);
        var meter = factory.Create(HubMeters.Name);
        meter.CreateObservableGauge("healthbao.status_list.age", StatusListAges, "s", "Age of the region's status list of today.");
        meter.CreateObservableGauge("healthbao.keys.in_force", KeysInForce, null, "Day keys of the region that verify now.");
        meter.CreateObservableGauge("healthbao.keys.tomorrow", KeysOfTomorrow, null, "Day keys of the region for tomorrow.");
        meter.CreateObservableGauge("healthbao.region.ready", Ready, null, "1 when verdicts can be told for the region; readyz says why not.");
        meter.CreateObservableGauge("healthbao.region.breaker", Breakers, null, "1 for the state that the region's circuit breaker is in.");
        meter.CreateObservableGauge("healthbao.trust_list.age", () => (clock.GetUtcNow() - trust.Current.Snapshot.List.IssuedAt).TotalSeconds, "s", "Age of the signed trust list; above an hour it is not renewed.");
        meter.CreateObservableGauge("healthbao.trust_list.sequence", () => trust.Current.Snapshot.List.Sequence, null, "Sequence of the trust list.");
        meter.CreateObservableGauge("healthbao.register.age", () => trust.RegisterAge.TotalSeconds, "s", "Since the register was read last.");
        meter.CreateObservableGauge("healthbao.capacity.waiting", () => Capacity.Waiting(limiter.Value), null, "Calls that wait for their turn.");
        meter.CreateObservableGauge("healthbao.audit.queue.length", () => audit.QueueLength, null, "Entries that wait for the disk.");
        meter.CreateObservableGauge("healthbao.audit.writable", () => audit.Fault is null ? 1 : 0, null, "0 after a commit failed, until one succeeds.");
    }

    private IEnumerable<TrustedIssuer> Issuers => trust.Current.Snapshot.Issuers;

    private IEnumerable<Measurement<double>> StatusListAges()
    {
        var now = clock.GetUtcNow();
        foreach (var issuer in Issuers)
            if (lists.Current.Find(issuer.Listed.Issuer, ShanghaiDay.At(now)) is { } list) yield return new((now - list.AsOf).TotalSeconds, Of(issuer));
    }

    private IEnumerable<Measurement<int>> KeysInForce()
    {
        var now = clock.GetUtcNow();
        return Issuers.Select(i => new Measurement<int>(i.Keys.Count(k => k.NotBefore <= now && now < k.Expires), Of(i)));
    }

    private IEnumerable<Measurement<int>> KeysOfTomorrow()
    {
        var tomorrow = ShanghaiDay.At(clock.GetUtcNow()).Next;
        return Issuers.Select(i => new Measurement<int>(i.Keys.Count(k => k.NotBefore <= tomorrow.Start && tomorrow.End <= k.Expires), Of(i)));
    }

    private IEnumerable<Measurement<int>> Ready() => Issuers.Select(i => new Measurement<int>(readiness.Of(i) == RegionReadiness.Ready ? 1 : 0, Of(i)));

    private IEnumerable<Measurement<int>> Breakers() => Issuers.SelectMany(i => RegionBreakers.States.Select(state =>
        new Measurement<int>(breakers.StateOf(i.Listed.Region) == state ? 1 : 0, Of(i), new KeyValuePair<string, object?>(Tags.State, state))));

    private static KeyValuePair<string, object?> Of(TrustedIssuer issuer) => new(Tags.Region, issuer.Listed.Region);
}
