using HealthBao.Contracts.Pass;

namespace HealthBao.Hub.Audit;

/// <summary>
/// One thing that was done, as the audit log keeps it. Holds no person: a pass is told by issuer, day and index, a partner by its client
/// id, and the versions of map, policy, trust list and status list let a past verdict be replayed.
/// </summary>
/// <param name="Kind">A name of <see cref="AuditKind"/>.</param>
/// <param name="By">Who did it: a partner's client id, or the thumbprint of a participant's enrolment key.</param>
public sealed record AuditEntry(string Kind, string? By)
{
    /// <summary>The id that the answer carried.</summary>
    public string? Id { get; init; }

    public PassId? Pass { get; init; }

    /// <summary>The region concerned: of the pass, asked, or changed.</summary>
    public string? Region { get; init; }

    public string? Destination { get; init; }

    public string? Scene { get; init; }

    public string? Purpose { get; init; }

    /// <summary>The shared status, where it was told.</summary>
    public string? Status { get; init; }

    public string? NativeSystem { get; init; }

    public string? NativeCode { get; init; }

    public string? Verdict { get; init; }

    public string? Reason { get; init; }

    /// <summary>Whether the document shown could be the holder's; null when none was shown.</summary>
    public bool? HolderConsistent { get; init; }

    /// <summary>The concept map, as <c>110000/1</c>.</summary>
    public string? Map { get; init; }

    /// <summary>The recognition policy, as <c>120000/3</c>.</summary>
    public string? Policy { get; init; }

    /// <summary>The trust list's sequence.</summary>
    public long? TrustList { get; init; }

    public DateTimeOffset? StatusListAsOf { get; init; }

    /// <summary>What was changed, where it is no pass: a <c>kid</c>, a client id, a policy's name.</summary>
    public string? Subject { get; init; }

    /// <summary>What came of it, where it is no verdict: <c>pending</c>, <c>active</c>, <c>refused</c> …</summary>
    public string? Outcome { get; init; }

    /// <summary>How many times, where like things are recorded together; null for once.</summary>
    public int? Count { get; init; }

    /// <summary>The operator's own words on it, or why it was refused.</summary>
    public string? Note { get; init; }
}
