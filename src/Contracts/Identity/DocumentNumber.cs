using System.Globalization;

namespace HealthBao.Contracts.Identity;

/// <summary>The rules of each kind of document number (regions' common rules; GB 11643-1999; ISO 7064:1983 MOD 11-2).</summary>
internal static class DocumentNumber
{
    private const string CheckCharacters = "10X98765432";
    private static ReadOnlySpan<int> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Normalises a number as it was typed, in its place, and checks it: without spaces, half-width, upper case, without reissue digits.</summary>
    public static DocumentFault Read(DocumentType type, Span<char> typed, out ReadOnlySpan<char> number)
    {
        number = typed[..Normalise(typed)];
        if (number.IsEmpty) return DocumentFault.Missing;
        var fault = Check(type, number);
        // A reissued 回乡证 carries two more digits; the person is named by the first nine characters.
        if (fault == DocumentFault.None && type == DocumentType.HmTravelPermit) number = number[..9];
        return fault;
    }

    // Full-width forms become half-width, spaces go, letters become upper case. Anything else stays and is judged later.
    private static int Normalise(Span<char> typed)
    {
        var length = 0;
        foreach (var c in typed)
        {
            var half = c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
            if (half is ' ' or '\u3000' or '\u00A0') continue;
            typed[length++] = half is >= 'a' and <= 'z' ? (char)(half - 32) : half;
        }

        return length;
    }

    private static DocumentFault Check(DocumentType type, ReadOnlySpan<char> number) => type switch
    {
        DocumentType.ResidentId => CheckEighteen(number, []),
        DocumentType.HmtResidencePermit => CheckEighteen(number, ["810000", "820000", "830000"]),
        DocumentType.HmTravelPermit => CheckHmTravelPermit(number),
        DocumentType.TaiwanTravelPermit => number.Length != 8 ? DocumentFault.Length : CheckDigits(number),
        DocumentType.Passport => CheckPassport(number),
        DocumentType.ForeignPermanentResidentId => CheckForeignPermanentResident(number),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not one of the six kinds."),
    };

    // No check of the first six digits against the region list: codes change, and historic ones stay on cards.
    private static DocumentFault CheckEighteen(ReadOnlySpan<char> number, ReadOnlySpan<string> prefixes)
    {
        if (number.Length != 18) return DocumentFault.Length;
        if (CheckDigits(number.Slice(0, 17)) != DocumentFault.None) return DocumentFault.Characters;
        if (!char.IsAsciiDigit(number[17]) && number[17] != 'X') return DocumentFault.Characters;
        if (prefixes.Length > 0 && !prefixes.Contains(number[..6].ToString())) return DocumentFault.Prefix;
        if (!DateOnly.TryParseExact(number.Slice(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return DocumentFault.BirthDate;
        return number[17] == CheckCharacter(number) ? DocumentFault.None : DocumentFault.CheckDigit;
    }

    internal static char CheckCharacter(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (number[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }

    private static DocumentFault CheckHmTravelPermit(ReadOnlySpan<char> number)
    {
        if (number.Length is not (9 or 11)) return DocumentFault.Length;
        return number[0] is 'H' or 'M' ? CheckDigits(number[1..]) : DocumentFault.Prefix;
    }

    private static DocumentFault CheckPassport(ReadOnlySpan<char> number)
    {
        if (number.Length is < 5 or > 9) return DocumentFault.Length;
        foreach (var c in number)
            if (!char.IsAsciiLetterOrDigit(c))
                return DocumentFault.Characters;

        return DocumentFault.None;
    }

    private static DocumentFault CheckForeignPermanentResident(ReadOnlySpan<char> number)
    {
        if (number.Length == 18) return number[0] == '9' ? CheckEighteen(number, []) : DocumentFault.Prefix;
        if (number.Length != 15) return DocumentFault.Length;
        return number.Slice(0, 3).ContainsAnyExceptInRange('A', 'Z') ? DocumentFault.Prefix : CheckDigits(number[3..]);
    }

    private static DocumentFault CheckDigits(ReadOnlySpan<char> text) =>
        text.ContainsAnyExceptInRange('0', '9') ? DocumentFault.Characters : DocumentFault.None;
}
