namespace HealthBao.Contracts.Regions;

/// <summary>A six-digit code of GB/T 2260 such as <c>110000</c>, or of a made-up participant (<c>99…</c>).</summary>
public readonly record struct RegionCode
{
    private readonly string? value;

    private RegionCode(string value) => this.value = value;

    /// <summary>The six digits; <c>000000</c> for the default value.</summary>
    public string Value => value ?? "000000";

    /// <summary>The province the code lies in, for example <c>130000</c> for <c>130500</c>.</summary>
    public RegionCode Province => new(string.Concat(Value.AsSpan(0, 2), "0000"));

    /// <summary>Whether the code is a province's (or a municipality's) own.</summary>
    public bool IsProvince => Value.EndsWith("0000", StringComparison.Ordinal);

    /// <summary>Reads six ASCII digits that do not begin with 0.</summary>
    public static bool TryParse(string? text, out RegionCode code)
    {
        var sound = IsSound(text);
        code = sound ? new(text!) : default;
        return sound;
    }

    internal static bool IsSound(ReadOnlySpan<char> text) => text.Length == 6 && text[0] != '0' && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Reads a code that is known to be sound.</summary>
    /// <exception cref="FormatException">The text is not six digits.</exception>
    public static RegionCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException("A region code has six digits and does not begin with 0.");

    /// <summary>The six digits.</summary>
    public override string ToString() => Value;
}
