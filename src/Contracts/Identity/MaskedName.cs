using System.Globalization;
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
        var value = text?.Trim() ?? "";
        var family = value.TrimEnd('*');
        var read = new MaskedName(family, value[family.Length..]);
        name = read.IsSound ? read : default;
        return read.IsSound;
    }

    /// <summary>Whether no more shows than a mask may show: one character, or a compound surname before at least one star.</summary>
    public bool IsSound
    {
        get
        {
            if (Given.AsSpan().ContainsAnyExcept('*')) return false;
            var shown = 0;
            Rune first = default;
            foreach (var rune in Family.EnumerateRunes())
            {
                if (!CanShow(rune) || ++shown > 2) return false;
                if (shown == 2 && (Given.Length == 0 || !CompoundSurnames.Contains(first, rune))) return false;
                first = rune;
            }

            return shown > 0 && shown + Given.Length <= PersonName.MaxLength;
        }
    }

    /// <summary>Whether a whole name could have this mask. Consistent, not proven.</summary>
    public bool IsConsistentWith(PersonName name) => Of(name) == this;

    /// <summary><c>张*</c>.</summary>
    public override string ToString() => Family + Given;

    // Private use stays: registers write rare surnames with it. What turns the reading direction, is not seen, or only marks another character is no name.
    internal static bool CanShow(Rune rune) => !(rune.Value == '*' || rune == Rune.ReplacementChar || Rune.IsWhiteSpace(rune) || (rune.Value & 0xFFFE) == 0xFFFE
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark);
}
