using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Proofing;

/// <summary>Codes and words of the outcomes.</summary>
internal static class FaceOutcomes
{
    private static readonly (string Code, Words Words)[] Rows =
    [
        ("match", new("已确认是您本人", "It is you.")),
        ("check-by-hand", new("无法自动确认，请申请人工核验", "It cannot be told by the pictures; ask for a check by staff.")),
        ("no-match", new("未能确认：照片与身份照片不符，或未查到身份照片。可重试，或申请人工核验", "Not confirmed: the pictures do not fit the portrait, or none is held. Try again, or ask for a check by staff.")),
        ("challenge-missed", new("有动作未完成，请按新的提示重拍，或申请人工核验", "A step was not done; follow the new ones, or ask for a check by staff.")),
        ("no-face", new("照片中未找到人脸，请在光线充足处重拍，或申请人工核验", "No face was found; try again in better light, or ask for a check by staff.")),
        ("several-faces", new("照片中有多张人脸，请独自重拍，或申请人工核验", "There are several faces; be alone in the picture, or ask for a check by staff.")),
        ("face-too-small", new("人脸太小，请靠近镜头重拍，或申请人工核验", "The face is too small; come nearer, or ask for a check by staff.")),
    ];

    public static string Code(this FaceOutcome outcome) => Rows[(int)outcome].Code;

    public static Words Words(this FaceOutcome outcome) => Rows[(int)outcome].Words;
}
