using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Sessions;

/// <summary>A document that was proven to be the person's.</summary>
/// <param name="Person">Its keys of today.</param>
/// <param name="Name">What the name is compared by.</param>
/// <param name="Identity">Masked.</param>
internal sealed record ProvenDocument(PersonRef Person, ulong Name, MaskedIdentity Identity)
{
    public static ProvenDocument Of(PersonRegister register, PersonName name, IdentityDocument document) =>
        new(register.RefOf(document), register.NameOf(document, name), MaskedIdentity.Of(name, document));

    public override string ToString() => "document";
}
