namespace HealthBao.Contracts.Identity;

/// <summary>
/// Masks a document number: the first two and last two characters stay, the rest become <c>*</c>, the length stays;
/// of numbers under 8 characters only the first and the last. Source: the notice of 1 March 2020.
/// </summary>
public static class DocumentMask
{
    // By kind, as DocumentNumber has them: d a digit, c a digit or X, l a letter, n either, h the H or M of a 回乡证, else itself.
    private static readonly string[][] Forms =
    [
        ["dd**************dc"],
        ["8d**************dc"],
        ["hd*****dd"],
        ["dd****dd"],
        ["n***n", "n****n", "n*****n", "nn****nn", "nn*****nn"],
        ["ll***********dd", "9d**************dc"],
    ];

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

    /// <summary>Whether a text is the mask of a number of this kind: as long as such a number, and showing only what such a number has there.</summary>
    public static bool IsMaskOf(DocumentType type, ReadOnlySpan<char> text)
    {
        foreach (var form in Forms[(int)type])
            if (Fits(form, text))
                return true;

        return false;
    }

    private static bool Fits(string form, ReadOnlySpan<char> text)
    {
        if (text.Length != form.Length) return false;
        for (var i = 0; i < text.Length; i++)
            if (!Fits(form[i], text[i]))
                return false;

        return true;
    }

    private static bool Fits(char form, char c) => form switch
    {
        'd' => char.IsAsciiDigit(c),
        'c' => char.IsAsciiDigit(c) || c == 'X',
        'l' => char.IsAsciiLetterUpper(c),
        'n' => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c),
        'h' => c is 'H' or 'M',
        _ => c == form,
    };

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
                return false;

        return true;
    }
}
