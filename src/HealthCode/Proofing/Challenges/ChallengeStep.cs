namespace HealthBao.HealthCode.Proofing.Challenges;

/// <summary>What a person is asked to do before the camera. Left and right are the person's own; pictures are not mirrored.</summary>
internal enum ChallengeStep
{
    LookStraight,
    TurnLeft,
    TurnRight,
    OpenMouth,
}
