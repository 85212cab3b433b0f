using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Trust;
using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Recognition;

namespace HealthBao.Hub.Verification;

/// <summary>One verification, answered. Written as JSON by <see cref="VerificationJson"/>.</summary>
public sealed record VerificationResult
{
    public required RecognitionDecision Decision { get; init; }

    public required string Destination { get; init; }

    /// <summary>The pass's issuer, once known to be trusted; for queries the region asked.</summary>
    public TrustedIssuer? Issuer { get; init; }

    /// <summary>What the pass says; null before its signature and profile were checked.</summary>
    public PassStatement? Statement { get; init; }

    /// <summary>Whether the pass is sound; only then is its status told.</summary>
    public bool IsSound { get; init; }

    /// <summary>Whether the desk's document could be the person's; null when none was shown.</summary>
    public bool? HolderConsistent { get; init; }

    public PassChecks Checked { get; init; }

    public DateTimeOffset? StatusListAsOf { get; init; }

    /// <summary>The sequence of the trust list that decided; null where none was asked.</summary>
    public long? TrustList { get; init; }

    /// <summary>The status where there is no pass: <c>not-held</c>, or <c>cannot-confirm</c> for a late source.</summary>
    public Contracts.Status.HealthStatus? StatusWithoutPass { get; init; }

    /// <summary>Whether this is a region's own word: signed by it and conformant, sound or not.</summary>
    public bool IsStatedBy(TrustedIssuer region) => Statement is not null && Issuer?.Listed.Region == region.Listed.Region;

    public static VerificationResult CannotTell(string destination, VerdictReason reason, TrustedIssuer? issuer = null) =>
        new() { Decision = new(Verdict.CannotTell, reason, null, null), Destination = destination, Issuer = issuer };
}
