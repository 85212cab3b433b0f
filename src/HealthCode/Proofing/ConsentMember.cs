using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Proofing.Consents;

namespace HealthBao.HealthCode.Proofing;

/// <summary>The member <c>consent</c>: <c>notice</c>, the version that was shown, and <c>guardian</c> with a <c>name</c> for a person under 14. Without it there is no face, only staff.</summary>
internal static class ConsentMember
{
    public static Consent? Read(RequestBody body, IdentityDocument? document, DateTimeOffset now)
    {
        if (body.Object("consent", required: false) is not { } consent) return null;
        var notice = consent.Code("notice", [FaceNotice.Version]);
        var guardian = consent.Object("guardian", required: false);
        var name = guardian?.PersonName();
        guardian?.End();
        if (guardian is null && document is not null && FaceNotice.NeedsGuardian(document, ShanghaiDay.At(now)))
            consent.Fault("guardian", "missing", $"For a person under {FaceNotice.OfAge} a guardian has to agree: guardian with a name.（未满 {FaceNotice.OfAge} 周岁须由监护人同意）");
        consent.End();
        return notice is null ? null : new(notice, now, name?.Masked);
    }
}
