using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Regions;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Tickets;

/// <summary>Whose request it is, and who brings it.</summary>
/// <param name="Name">What the name is compared by.</param>
/// <param name="Identity">Masked.</param>
/// <param name="DocumentEnd">The last four characters of the number, by which the request is read without a session.</param>
/// <param name="Office">Who writes it down for a person without a phone; null when the person does.</param>
internal sealed record Asker(PersonRef Person, ulong Name, MaskedIdentity Identity, string DocumentEnd, AuthorityCode? Office)
{
    private const int End = 4;

    public static string EndOf(IdentityDocument document) => document.Number[^End..];

    public override string ToString() => "person";
}
