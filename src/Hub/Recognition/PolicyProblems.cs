using HealthBao.Contracts.Problems;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Recognition;

/// <summary>Why a call about a policy was refused, and the way out.</summary>
internal static class PolicyProblems
{
    public static Problem Of(PolicyOutcome outcome) => outcome switch
    {
        PolicyOutcome.Unknown => new(ProblemType.NotFound, "No such policy was asked for."),
        PolicyOutcome.VersionTooLow => new(ProblemType.Conflict, "The destination has this version or a higher one already; ask with the next one."),
        PolicyOutcome.NoticeTooShort => new(ProblemType.Conflict, "effectiveFrom lies too near: partners must know a policy in advance. Ask with a later instant, or approve it as urgent with a reason."),
        PolicyOutcome.Over => new(ProblemType.Conflict, "effectiveUntil has come already."),
        _ => new(ProblemType.Conflict, "The policy's state does not allow this: only a pending one is approved or rejected, only an announced one withdrawn. One in force is followed by a higher version."),
    };
}
