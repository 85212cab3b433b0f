namespace HealthBao.Adapters.Regions.Hebei;

/// <summary>The province's native codes and which of them is the strictest: red, yellow, 20 (or one we do not know), green.</summary>
internal static class HebeiCode
{
    public const string Green = "00";
    public const string Yellow = "01";
    public const string Red = "10";
    public const string None = "20";

    /// <summary>Ours: 00 together with a warning. The map says what it means.</summary>
    public const string Warned = "00-warn";

    private const int MaxLength = 16;

    /// <summary>Short and plain, so that it may be carried in a pass although the map may not list it.</summary>
    public static bool IsPlain(string code) => code.Length is > 0 and <= MaxLength && code.All(char.IsAsciiLetterOrDigit);

    public static string Strictest(IEnumerable<string> codes) => codes.MaxBy(Strictness)!;

    /// <summary>The code that a text of <c>hasWarm</c> stands for, or null where the text is none of those.</summary>
    public static string? OfText(string text) => text switch
    {
        "未见异常" or "绿码" => Green,
        "居家观察" or "黄码" => Yellow,
        "集中观察" or "红码" => Red,
        "暂无信息" => None,
        _ => null,
    };

    private static int Strictness(string code) => code switch
    {
        Red => 5,
        Yellow => 4,
        Green => 0,
        Warned => 1,
        None => 2,
        _ => 3,
    };
}
