namespace HealthBao.Contracts.Identity;

/// <summary>
/// Masks a document number: the first two and last two characters stay, the rest become <c>*</c>, the length stays;
/// of numbers under 8 characters only the first and the last. Source: the notice of 1 March 2020.
/// </summary>
public static class DocumentMask
{
    /// <summary>The mask of a normalised number.</summary>
    public static string Of(ReadOnlySpan<char> number)
    {
        var seen = number.Length < 8 ? 1 : 2;
        return number.Length <= 2 * seen
            ? new string('*', number.Length)
            : string.Concat(number[..seen], new string('*', number.Length - (2 * seen)), number[^seen..]);
    }

    /// <summary>Whether a text has the shape that <see cref="Of"/> gives: 5–18 characters, ends shown, the middle hidden.</summary>
    public static bool IsMask(ReadOnlySpan<char> text)
    {
        if (text.Length is < 5 or > 18) return false;
        var seen = text.Length < 8 ? 1 : 2;
        return !text[seen..^seen].ContainsAnyExcept('*') && IsPlain(text[..seen]) && IsPlain(text[^seen..]);
    }

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
                return false;

        return true;
    }
}
