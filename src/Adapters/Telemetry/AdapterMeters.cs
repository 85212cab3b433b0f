using System.Diagnostics;
using System.Diagnostics.Metrics;
using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Status;
using HealthBao.Telemetry;

namespace HealthBao.Adapters.Telemetry;

/// <summary>What an adapter counts and times. Every tag is out of a closed vocabulary; docs/operations.md says what each means.</summary>
internal sealed class AdapterMeters
{
    public const string Name = "HealthBao.Adapter";

    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20] };

    private readonly Counter<long> passesIssued;
    private readonly Histogram<double> sourceCallDuration;
    private readonly Counter<long> changes;
    private readonly Counter<long> passesChanged;
    private readonly Counter<long> limitRefusals;

    public AdapterMeters(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        passesIssued = meter.CreateCounter<long>("healthbao.passes.issued", null, "Passes made, by status; a pass handed out again is not counted.");
        sourceCallDuration = meter.CreateHistogram("healthbao.source.enquiry.duration", "s", "Enquiries at the region's own system, by how they ended.", null, Seconds);
        changes = meter.CreateCounter<long>("healthbao.changes", null, "Changes told by the region's own system, by reason.");
        passesChanged = meter.CreateCounter<long>("healthbao.changes.passes", null, "Passes that a change ended, by reason.");
        limitRefusals = meter.CreateCounter<long>("healthbao.limit.refusals", null, "Calls refused because a traveller's limit is spent.");
    }

    public static ActivitySource Spans { get; } = new(Name);

    public void Issued(HealthStatus status) => passesIssued.Add(1, new KeyValuePair<string, object?>(Tags.Status, status.Code()));

    public void Asked(string outcome, TimeSpan duration) => sourceCallDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(Tags.Outcome, outcome));

    /// <param name="reason">Out of the closed list of reasons; null where none was told.</param>
    public void Changed(string? reason, int passes)
    {
        var tag = new KeyValuePair<string, object?>(Tags.Reason, reason ?? Tags.None);
        changes.Add(1, tag);
        passesChanged.Add(passes, tag);
    }

    /// <param name="limit">Which limit, a constant.</param>
    public void LimitSpent(string limit) => limitRefusals.Add(1, new KeyValuePair<string, object?>(Tags.Limit, limit));

    /// <summary>How an enquiry ended, as metrics and spans name it.</summary>
    public static string OutcomeOf(EnquiryOutcome outcome) => outcome switch
    {
        EnquiryOutcome.Stated => "stated",
        EnquiryOutcome.NotHeld => "not-held",
        EnquiryOutcome.CodeUnknown => "code-unknown",
        EnquiryOutcome.SourceLate => "source-late",
        EnquiryOutcome.SourceFailed { Fault: var fault } => fault switch
        {
            SourceFault.Unreachable => "unreachable",
            SourceFault.TimedOut => "timed-out",
            SourceFault.Overloaded => "overloaded",
            SourceFault.Faulted => "faulted",
            SourceFault.Unreadable => "unreadable",
            _ => "too-large",
        },
        _ => Tags.Other,
    };
}
