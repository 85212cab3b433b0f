using System.Security.Cryptography;
using HealthBao.HealthCode.Proofing.Faces;

namespace HealthBao.HealthCode.Proofing.Challenges;

/// <summary>
/// What a person has to do, a picture for each step, the first straight. A printed photo turns no nose against its eyes and opens no mouth.
/// It stops a photo, not a film made for the purpose: which steps come, and in which order, is drawn anew each time.
/// </summary>
internal sealed record Challenge(IReadOnlyList<ChallengeStep> Steps)
{
    // Measured on people's snapshots, who look past the camera by up to 0.4: whoever is asked to turn turns further than from straight.
    private const float MostStraight = 0.3f;
    private const float LeastTurn = 0.3f;
    private const float LeastOpening = 0.3f;
    private const float LeastOpened = 0.15f;

    private static readonly ChallengeStep[] Drawn = [ChallengeStep.TurnLeft, ChallengeStep.TurnRight, ChallengeStep.OpenMouth];

    public static Challenge New(int steps)
    {
        var drawn = Drawn.ToArray();
        RandomNumberGenerator.Shuffle(drawn.AsSpan());
        return new([ChallengeStep.LookStraight, .. drawn[..steps]]);
    }

    /// <summary>The first step that was not done, or null when all were.</summary>
    public ChallengeStep? FirstMissed(IReadOnlyList<FaceReading> frames)
    {
        for (var i = 0; i < Steps.Count; i++)
            if (!IsDone(Steps[i], frames[i], frames[0]))
                return Steps[i];

        return null;
    }

    private static bool IsDone(ChallengeStep step, FaceReading frame, FaceReading straight) => step switch
    {
        ChallengeStep.LookStraight => Math.Abs(frame.Turn) <= MostStraight && frame.MouthOpening < LeastOpening,
        ChallengeStep.TurnLeft => frame.Turn - straight.Turn >= LeastTurn,
        ChallengeStep.TurnRight => straight.Turn - frame.Turn >= LeastTurn,
        _ => frame.MouthOpening >= LeastOpening && frame.MouthOpening - straight.MouthOpening >= LeastOpened,
    };
}
