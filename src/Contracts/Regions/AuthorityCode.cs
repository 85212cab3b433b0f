namespace HealthBao.Contracts.Regions;

/// <summary>
/// The office that assigned a status, as <c>{division}/{office}</c>: <c>110000/CDC</c>, <c>110105/COMMUNITY</c>, <c>110105001002/COMMUNITY</c>.
/// The division is a code of GB/T 2260 (6 digits) or one below it: a street (9 digits) or a residents' committee (12 digits), GB/T 10114.
/// The office is 2 … 10 upper-case ASCII letters, digits and hyphens, a letter first. Never longer than <see cref="MaxLength"/>, so that
/// a pass's card holds it.
/// </summary>
public readonly record struct AuthorityCode
{
    /// <summary>The most characters.</summary>
    public const int MaxLength = 23;

    private const int MinOffice = 2;
    private const int MaxOffice = 10;

    private readonly string? value;

    private AuthorityCode(string value) => this.value = value;

    /// <summary>The whole code; empty for the default value.</summary>
    public string Value => value ?? "";

    /// <summary>The division's digits, 6, 9 or 12.</summary>
    public string Division => Value.Split('/')[0];

    /// <summary>The office, for example <c>CDC</c>.</summary>
    public string Office => Value[(Value.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The province or municipality the office lies in; <c>000000</c> for the default value.</summary>
    public RegionCode Province => RegionCode.TryParse(Division.Length < 6 ? null : Division[..6], out var region) ? region.Province : default;

    /// <summary>Whether the office lies in a region.</summary>
    /// <param name="region">A participant's code, for example <c>110000</c>.</param>
    public bool IsOf(RegionCode region) => value is not null && Province == region.Province;

    /// <summary>Reads a code in exactly that form. Whether the table lists the division is not asked: codes change.</summary>
    public static bool TryParse(string? text, out AuthorityCode code)
    {
        code = default;
        if (text is null || text.Length > MaxLength) return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash is not (6 or 9 or 12) || !RegionCode.TryParse(text[..6], out _)) return false;
        if (!text[6..slash].All(char.IsAsciiDigit) || !IsOffice(text.AsSpan(slash + 1))) return false;
        code = new(text);
        return true;
    }

    /// <summary>The whole code.</summary>
    public override string ToString() => Value;

    private static bool IsOffice(ReadOnlySpan<char> text)
    {
        if (text.Length is < MinOffice or > MaxOffice || !char.IsAsciiLetterUpper(text[0]) || text[^1] == '-') return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '-')
                return false;

        return true;
    }
}
