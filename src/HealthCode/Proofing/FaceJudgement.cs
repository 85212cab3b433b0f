using HealthBao.HealthCode.Proofing.Challenges;

namespace HealthBao.HealthCode.Proofing;

/// <summary>What became of the pictures, and of which.</summary>
/// <param name="Step">The step that was missed, or whose picture holds no face.</param>
internal sealed record FaceJudgement(FaceOutcome Outcome, ChallengeStep? Step = null);
