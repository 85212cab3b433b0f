using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Approvals;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>A report as it is answered: places and kinds of faults, with a sentence in both languages for each kind.</summary>
internal sealed record ReportReply(
    string Feed, string File, bool Accepted, ImportRefusal? Refusal, long Rows, long Stored, long Rejected, IReadOnlyList<HeldChange> Held,
    IEnumerable<FaultKindReply> Kinds, IEnumerable<FaultReply> Faults, string Started, string Ended)
{
    public static ReportReply Of(ImportReport report) => new(
        report.Feed, report.File, report.Accepted, report.Refusal, report.Rows, report.Stored, report.Rejected, report.Held,
        report.ByKind.Select(k => new FaultKindReply(k.Key, k.Value, RowFaultKind.All.First(f => f.Code == k.Key).Words)),
        report.Faults.Select(f => new FaultReply(f.Line, f.Column, f.Field, f.Kind.Code)),
        ShanghaiDay.Format(report.Started), ShanghaiDay.Format(report.Ended));
}

/// <summary>How often a kind of fault was found.</summary>
internal sealed record FaultKindReply(string Fault, long Count, Words Words);

/// <summary>Where one was found.</summary>
internal sealed record FaultReply(long Line, int Column, string Field, string Fault);
