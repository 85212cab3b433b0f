using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Files;

/// <summary>A sound row while it is being read; only its tags are kept. Personal data until then.</summary>
/// <param name="Document">None where the row's kind of document is one nobody can be asked by.</param>
/// <param name="Code">The native code; of two rows of one instant the higher one counts, as it is the stricter.</param>
public sealed record NightlyRow(PersonName Name, IdentityDocument? Document, char Code, DateTimeOffset UpdatedAt, DateTimeOffset ValidUntil)
{
    public override string ToString() => $"{Document} {Code}";
}
