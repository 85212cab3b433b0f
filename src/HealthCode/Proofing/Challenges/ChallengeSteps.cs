using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Proofing.Challenges;

/// <summary>Codes and words of the steps.</summary>
internal static class ChallengeSteps
{
    private static readonly (string Code, Words Words)[] Rows =
    [
        ("look-straight", new("请正对镜头，闭上嘴", "Look straight into the camera, mouth closed.")),
        ("turn-left", new("请向左转头", "Turn your head to your left.")),
        ("turn-right", new("请向右转头", "Turn your head to your right.")),
        ("open-mouth", new("请正对镜头，张开嘴", "Look straight into the camera and open your mouth.")),
    ];

    public static string Code(this ChallengeStep step) => Rows[(int)step].Code;

    public static Words Words(this ChallengeStep step) => Rows[(int)step].Words;
}
