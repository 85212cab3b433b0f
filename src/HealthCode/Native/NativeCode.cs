using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Native;

/// <summary>The content of a person's own QR.</summary>
/// <param name="Content">For example <c>BJJKB:…</c>; says nothing of the person.</param>
/// <param name="Person">Whose.</param>
/// <param name="Identity">Masked, for the answer.</param>
/// <param name="Until">When it ends.</param>
internal sealed record NativeCode(string Content, PersonRef Person, MaskedIdentity Identity, DateTimeOffset Until)
{
    public override string ToString() => "code";
}
