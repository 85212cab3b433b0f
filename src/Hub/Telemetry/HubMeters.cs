using System.Diagnostics;
using System.Diagnostics.Metrics;
using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Trust;
using HealthBao.Hub.Verification;
using HealthBao.Telemetry;

namespace HealthBao.Hub.Telemetry;

/// <summary>What the hub counts and times. Every tag is out of a closed vocabulary; docs/operations.md says what each means.</summary>
public sealed class HubMeters
{
    public const string Name = "HealthBao.Hub";

    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };
    private static readonly InstrumentAdvice<int> Entries = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096] };

    private readonly TrustSource trust;
    private readonly Counter<long> verdicts;
    private readonly Histogram<double> verificationDuration;
    private readonly Histogram<double> regionCallDuration;
    private readonly Histogram<double> appendDuration;
    private readonly Histogram<int> batchSize;
    private readonly Counter<long> appendFailures;
    private readonly Counter<long> assertionsRefused;
    private readonly Counter<long> limitRefusals;
    private readonly Counter<long> alarms;

    public HubMeters(IMeterFactory factory, TrustSource trust)
    {
        this.trust = trust;
        var meter = factory.Create(Name);
        verdicts = meter.CreateCounter<long>("healthbao.verdicts", null, "Verdicts told, after they were recorded.");
        verificationDuration = meter.CreateHistogram("healthbao.verification.duration", "s", "From the request to its recorded answer.", null, Seconds);
        regionCallDuration = meter.CreateHistogram("healthbao.region.call.duration", "s", "Calls to a region's adapter, to the answer's headers.", null, Seconds);
        appendDuration = meter.CreateHistogram("healthbao.audit.append.duration", "s", "One durable commit of the audit log.", null, Seconds);
        batchSize = meter.CreateHistogram("healthbao.audit.append.entries", null, "Entries appended in one commit.", null, Entries);
        appendFailures = meter.CreateCounter<long>("healthbao.audit.append.failures", null, "Commits of the audit log that failed; their calls were refused.");
        assertionsRefused = meter.CreateCounter<long>("healthbao.assertions.refused", null, "Client assertions refused at the token endpoint.");
        limitRefusals = meter.CreateCounter<long>("healthbao.limit.refusals", null, "Calls refused because a limit is spent or the hub is full.");
        alarms = meter.CreateCounter<long>("healthbao.alarms", null, "Alarms raised about a partner; the audit log says which.");
    }

    public void Told(VerificationResult result, string call) => verdicts.Add(1, new TagList
    {
        { Tags.Verdict, result.Decision.Verdict.Code() },
        { Tags.Reason, result.Decision.Reason?.Code ?? Tags.None },
        { Tags.Region, result.Issuer?.Listed.Region ?? Tags.None },
        { Tags.Destination, Destination(result.Destination) },
        { Tags.Call, call },
    });

    /// <param name="call">A constant of <see cref="HubCalls"/>.</param>
    public void Answered(string call, TimeSpan duration) => verificationDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(Tags.Call, call));

    /// <param name="outcome">A constant of <see cref="Routing.RegionOutcome"/>.</param>
    public void Called(string region, string outcome, TimeSpan duration) =>
        regionCallDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(Tags.Region, region), new KeyValuePair<string, object?>(Tags.Outcome, outcome));

    public void Appended(int entries, TimeSpan duration)
    {
        appendDuration.Record(duration.TotalSeconds);
        batchSize.Record(entries);
    }

    public void AppendFailed() => appendFailures.Add(1);

    public void AssertionRefused() => assertionsRefused.Add(1);

    /// <param name="limit">Which limit, a constant such as <c>capacity</c>; never a partner's id.</param>
    public void LimitSpent(string limit) => limitRefusals.Add(1, new KeyValuePair<string, object?>(Tags.Limit, limit));

    /// <param name="kind">A name of <see cref="Audit.AuditKind"/>.</param>
    public void Alarmed(string kind) => alarms.Add(1, new KeyValuePair<string, object?>(Tags.Alarm, kind));

    // Who makes up destinations makes up no series.
    private string Destination(string asked) => asked.Length == 0 ? Tags.None : trust.Current.Policies.LastVersion(asked) > 0 ? asked : Tags.Other;
}
