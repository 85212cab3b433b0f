using System.Text;
using HealthBao.Contracts.Identity;

namespace HealthBao.HealthCode.People;

/// <summary>
/// The form in which names are compared, in UTF-8: the many dots inside names of minorities and foreigners are one, full-width letters are
/// half-width, letters are capitals, spaces stand single. A name that is written another way in one of two systems is still the same name.
/// </summary>
internal static class NameForm
{
    /// <summary>The most bytes of a name: 64 characters of four bytes.</summary>
    public const int MaxBytes = PersonName.MaxLength * 4;

    private const char Dot = '·';

    /// <summary>Whether UTF-8 bytes hold Han characters only and therefore are in the form already.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> utf8)
    {
        for (var i = 0; i < utf8.Length; i += 3)
            if (utf8[i] is < 0xE4 or > 0xE9 || i + 2 >= utf8.Length)
                return false;

        return true;
    }

    /// <summary>Writes a name in the form.</summary>
    /// <returns>The bytes written.</returns>
    public static int Write(string name, Span<byte> utf8)
    {
        Span<char> form = stackalloc char[name.Length];
        var length = 0;
        foreach (var c in name.AsSpan().Trim())
        {
            var folded = Fold(c);
            if (folded == ' ' && length > 0 && form[length - 1] == ' ') continue;
            form[length++] = folded;
        }

        return Encoding.UTF8.GetBytes(form[..length], utf8);
    }

    private static char Fold(char c) => c switch
    {
        '•' or '‧' or '・' or '･' or '．' or '●' or '∙' => Dot,
        '\u3000' or '\u00A0' => ' ',
        >= 'ａ' and <= 'ｚ' => (char)(c - 'ａ' + 'A'),
        >= 'Ａ' and <= 'Ｚ' => (char)(c - 'Ａ' + 'A'),
        _ => char.ToUpperInvariant(c),
    };
}
