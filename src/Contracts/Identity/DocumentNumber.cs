using System.Globalization;
using System.Text;

namespace HealthBao.Contracts.Identity;

/// <summary>The rules of each kind of document number (regions' common rules; GB 11643-1999; ISO 7064:1983 MOD 11-2).</summary>
internal static class DocumentNumber
{
    private const string CheckCharacters = "10X98765432";
    private static ReadOnlySpan<int> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Full-width forms become half-width, spaces go, letters become upper case. Anything else stays and is judged later.</summary>
    public static string Normalise(string? typed)
    {
        var text = new StringBuilder();
        foreach (var c in typed ?? "")
        {
            var half = c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
            if (half is ' ' or '\u3000' or '\u00A0') continue;
            text.Append(half is >= 'a' and <= 'z' ? (char)(half - 32) : half);
        }

        return text.ToString();
    }

    public static DocumentFault Check(DocumentType type, string number) => type switch
    {
        DocumentType.ResidentId => CheckEighteen(number, []),
        DocumentType.HmtResidencePermit => CheckEighteen(number, ["810000", "820000", "830000"]),
        DocumentType.HmTravelPermit => CheckHmTravelPermit(number),
        DocumentType.TaiwanTravelPermit => number.Length != 8 ? DocumentFault.Length : CheckDigits(number),
        DocumentType.Passport => CheckPassport(number),
        DocumentType.ForeignPermanentResidentId => CheckForeignPermanentResident(number),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not one of the six kinds."),
    };

    /// <summary>A reissued 回乡证 carries two more digits; the person is named by the first nine characters.</summary>
    public static string WithoutReissue(DocumentType type, string number) =>
        type == DocumentType.HmTravelPermit ? number[..9] : number;

    // No check of the first six digits against the region list: codes change, and historic ones stay on cards.
    private static DocumentFault CheckEighteen(string number, string[] prefixes)
    {
        if (number.Length != 18) return DocumentFault.Length;
        if (CheckDigits(number.AsSpan(0, 17)) != DocumentFault.None) return DocumentFault.Characters;
        if (!char.IsAsciiDigit(number[17]) && number[17] != 'X') return DocumentFault.Characters;
        if (prefixes.Length > 0 && !prefixes.Any(p => number.StartsWith(p, StringComparison.Ordinal))) return DocumentFault.Prefix;
        if (!DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return DocumentFault.BirthDate;
        return number[17] == CheckCharacter(number) ? DocumentFault.None : DocumentFault.CheckDigit;
    }

    internal static char CheckCharacter(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (number[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }

    private static DocumentFault CheckHmTravelPermit(string number)
    {
        if (number.Length is not (9 or 11)) return DocumentFault.Length;
        return number[0] is 'H' or 'M' ? CheckDigits(number.AsSpan(1)) : DocumentFault.Prefix;
    }

    private static DocumentFault CheckPassport(string number)
    {
        if (number.Length is < 5 or > 9) return DocumentFault.Length;
        return number.All(char.IsAsciiLetterOrDigit) ? DocumentFault.None : DocumentFault.Characters;
    }

    private static DocumentFault CheckForeignPermanentResident(string number)
    {
        if (number.Length == 18) return number[0] == '9' ? CheckEighteen(number, []) : DocumentFault.Prefix;
        if (number.Length != 15) return DocumentFault.Length;
        return number.AsSpan(0, 3).ContainsAnyExceptInRange('A', 'Z') ? DocumentFault.Prefix : CheckDigits(number.AsSpan(3));
    }

    private static DocumentFault CheckDigits(ReadOnlySpan<char> text) =>
        text.ContainsAnyExceptInRange('0', '9') ? DocumentFault.Characters : DocumentFault.None;
}
