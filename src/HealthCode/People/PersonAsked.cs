using HealthBao.Contracts.Identity;

namespace HealthBao.HealthCode.People;

/// <summary>Whose status is asked for.</summary>
/// <param name="Person">By both keys.</param>
/// <param name="Name">What the given name is compared by; null where the person has been proven already, as in a session.</param>
internal readonly record struct PersonAsked(PersonRef Person, ulong? Name)
{
    public static PersonAsked Of(PersonRegister register, PersonName name, IdentityDocument document) =>
        new(register.RefOf(document), register.NameOf(document, name));

    public override string ToString() => "person";
}
