using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Proofing.Challenges;

namespace HealthBao.HealthCode.Proofing;

/// <summary>What became of the pictures.</summary>
/// <param name="Step">The step that was missed, or whose picture holds no face.</param>
/// <param name="Session">The token of a new session. It is told once.</param>
/// <param name="ValidUntil">Until when the person is proven.</param>
/// <param name="AttemptsLeft">How often the face may be judged again today.</param>
/// <param name="Next">The proofing with another challenge, and the way without a face.</param>
internal sealed record JudgementReply(string Outcome, Words Words, string? Step, string? Session, string? ValidUntil, int? AttemptsLeft, ProofingReply? Next)
{
    public static JudgementReply Match(string? session, DateTimeOffset validUntil) =>
        new(FaceOutcome.Match.Code(), FaceOutcome.Match.Words(), null, session, ShanghaiDay.Format(validUntil), null, null);

    public static JudgementReply Not(FaceJudgement judgement, int attemptsLeft, ProofingReply next) =>
        new(judgement.Outcome.Code(), judgement.Outcome.Words(), judgement.Step?.Code(), null, null, attemptsLeft, next);
}
