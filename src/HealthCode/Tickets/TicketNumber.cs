using System.Security.Cryptography;

namespace HealthBao.HealthCode.Tickets;

/// <summary>
/// What a person writes down: twelve characters that cannot be guessed and one that tells a slip of the pen, as <c>ABCD-EFGH-JKLM-N</c>.
/// 31 characters, a prime, none of which is taken for another (no 0, 1, I, O, U): a weighted sum finds every wrong character and every exchange of two.
/// </summary>
internal static class TicketNumber
{
    private const string Characters = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
    private const int Drawn = 12;

    public static string New()
    {
        var drawn = RandomNumberGenerator.GetString(Characters, Drawn);
        return Written(drawn + CheckOf(drawn));
    }

    /// <summary>Reads a number as somebody typed it: case, spaces and hyphens do not count.</summary>
    /// <returns>Whether it is one; if not, it was mistyped.</returns>
    public static bool TryRead(string? typed, out string number)
    {
        number = "";
        if (typed is null or { Length: > 64 }) return false;
        var plain = string.Concat(typed.ToUpperInvariant().Where(c => c is not ('-' or ' ')));
        if (plain.Length != Drawn + 1 || plain.Any(c => !Characters.Contains(c)) || CheckOf(plain[..Drawn]) != plain[Drawn]) return false;
        number = Written(plain);
        return true;
    }

    private static char CheckOf(string drawn) => Characters[drawn.Select((c, i) => (i + 1) * Characters.IndexOf(c)).Sum() % Characters.Length];

    private static string Written(string plain) => $"{plain[..4]}-{plain[4..8]}-{plain[8..12]}-{plain[12]}";
}
