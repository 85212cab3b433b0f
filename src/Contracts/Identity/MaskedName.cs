using System.Text;

namespace HealthBao.Contracts.Identity;

/// <summary>
/// A name of which only the surname shows, followed by one <c>*</c> per further character.
/// Compound surnames keep both characters when the name has at least three; a foreign name keeps its first letter.
/// </summary>
/// <param name="Family">What shows.</param>
/// <param name="Given">One <c>*</c> per hidden character; empty for a name of one character.</param>
public readonly record struct MaskedName(string Family, string Given)
{
    /// <summary>Masks a name.</summary>
    public static MaskedName Of(PersonName name)
    {
        var runes = name.Value.EnumerateRunes().ToArray();
        var shown = runes.Length >= 3 && CompoundSurnames.Contains(runes[0], runes[1]) ? 2 : 1;
        return new(string.Concat(runes[..shown].Select(r => r.ToString())), new string('*', runes.Length - shown));
    }

    /// <summary>Reads a name that another system has masked already, such as <c>张*</c>. Refuses a name that is not masked.</summary>
    public static bool TryParse(string? text, out MaskedName name)
    {
        name = default;
        var value = text?.Trim() ?? "";
        var family = value.TrimEnd('*');
        var hidden = value.Length - family.Length;
        var runes = family.EnumerateRunes().ToArray();
        if (runes.Length is 0 or > 2 || runes.Any(IsUnfit)) return false;
        // Two characters may show only as the surname of a longer name; anything else would be a name in the clear.
        if (runes.Length == 2 && (hidden == 0 || !CompoundSurnames.Contains(runes[0], runes[1]))) return false;
        if (runes.Length + hidden > PersonName.MaxLength) return false;
        name = new(family, value[family.Length..]);
        return true;
    }

    /// <summary>Whether a whole name could have this mask. Consistent, not proven.</summary>
    public bool IsConsistentWith(PersonName name) => Of(name) == this;

    /// <summary><c>张*</c>.</summary>
    public override string ToString() => Family + Given;

    private static bool IsUnfit(Rune rune) => rune.Value == '*' || rune == Rune.ReplacementChar || Rune.IsControl(rune) || Rune.IsWhiteSpace(rune);
}
