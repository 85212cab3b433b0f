using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Proofing.Challenges;

namespace HealthBao.HealthCode.Proofing;

/// <summary>A step of the challenge.</summary>
internal sealed record StepReply(string Step, Words Words)
{
    public static StepReply Of(ChallengeStep step) => new(step.Code(), step.Words());
}
