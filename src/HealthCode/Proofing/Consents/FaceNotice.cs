using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Proofing.Consents;

/// <summary>The notice that is shown before a face is asked for. Another text has another version.</summary>
internal static class FaceNotice
{
    public const string Version = "2026-11-1";

    public const int OfAge = 14;

    public static Words Text { get; } = new(
        "为确认是您本人，系统将把您现场拍摄的照片与身份照片做一对一比对。照片仅在内存中处理，比对后立即丢弃，不保存、不用于其他目的。您可以不使用人脸比对：任何一步都可以申请人工核验，结果相同。未满 14 周岁的，须由监护人同意。",
        "To make sure that it is you, pictures taken now are compared one to one with your portrait. They are held in memory only, dropped after the comparison, not kept and not used for anything else. "
        + "You need not use your face: at every step you can ask for a check by staff, with the same result. For people under 14 a guardian has to agree.");

    /// <summary>Whether a guardian has to agree. Numbers of 18 digits tell the day of birth (GB 11643); of the others the guardian speaks by being named.</summary>
    public static bool NeedsGuardian(IdentityDocument document, ShanghaiDay today)
    {
        if (document.Number.Length != 18 || !ShanghaiDay.TryParseCompact(document.Number.Substring(6, 8), out var born)) return false;
        return string.CompareOrdinal(Older(born.Compact, OfAge), today.Compact) > 0;
    }

    // The birthday of that age as yyyyMMdd; 29 February is past on 1 March.
    private static string Older(string born, int years) => $"{int.Parse(born[..4], System.Globalization.CultureInfo.InvariantCulture) + years:0000}{born[4..]}";
}
