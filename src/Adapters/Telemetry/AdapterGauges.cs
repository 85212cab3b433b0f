using System.Data.Common;
using System.Diagnostics.Metrics;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Joining;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Status;
using Polly.CircuitBreaker;

namespace HealthBao.Adapters.Telemetry;

/// <summary>What an adapter holds, looked at whenever somebody reads the metrics and not before. A store that fails tells nothing here; readiness tells that.</summary>
internal sealed class AdapterGauges
{
    private readonly DayKeys days;
    private readonly AdapterStore lasting;
    private readonly TimeProvider clock;

    public AdapterGauges(IMeterFactory factory, DayKeys days, AdapterStore lasting, JoinState joining, SourceBreaker source, TimeProvider clock)
    {
        (this.days, this.lasting, this.clock) = (days, lasting, clock);
        var meter = factory.Create(AdapterMeters.Name);
        meter.CreateObservableGauge("healthbao.status_list.version", () => Held(() => days.Today.Status.Snapshot().Version), null, "Version of today's status list.");
        meter.CreateObservableGauge("healthbao.status_list.places", () => Held(() => (long)days.Today.Status.Snapshot().List.Count), null, "Places that today's status list shows.");
        meter.CreateObservableGauge("healthbao.keys.days_ahead", () => Held(DaysAhead), null, "Days after today that have a published key; 1 is as it should be.");
        meter.CreateObservableGauge("healthbao.purge.age", () => Held(PurgeAge), "s", "Since the last day was dropped; above a day and a bit, one was not. Missing until one was.");
        meter.CreateObservableGauge("healthbao.hub.joined", () => joining.WaitsFor is null ? 1 : 0, null, "1 when the hub took this region's keys at the last attempt.");
        meter.CreateObservableGauge("healthbao.source.breaker.open", () => source.Provider.CircuitState == CircuitState.Closed ? 0 : 1, null, "1 while the region's own system is not asked because it failed.");
    }

    private long? DaysAhead()
    {
        var today = ShanghaiDay.At(clock.GetUtcNow());
        return days.Published().Select(k => k.Day).Where(d => d.Start > today.Start).Distinct().Count();
    }

    private long? PurgeAge() => lasting.Purges() is [.., var last] ? (long)(clock.GetUtcNow() - last.At).TotalSeconds : null;

    private static IEnumerable<Measurement<long>> Held(Func<long?> read)
    {
        try
        {
            return read() is { } value ? [new(value)] : [];
        }
        catch (DbException)
        {
            return [];
        }
    }
}
