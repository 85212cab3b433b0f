using System.Text;

namespace HealthBao.HealthCode.Feeds;

/// <summary>The encodings of Chinese systems, strict. Taken from the provider itself, so that nothing global is registered.</summary>
public static class ChineseEncodings
{
    /// <summary>GBK; what it cannot write or read throws, it never becomes a question mark.</summary>
    public static Encoding Gbk { get; } = Get("GBK", DecoderFallback.ExceptionFallback);

    /// <summary>GB18030, which writes every character of Unicode; bytes that are none throw.</summary>
    public static Encoding Gb18030 { get; } = Get("GB18030", DecoderFallback.ExceptionFallback);

    /// <summary>The same, but bytes that are none are marked U+FFFD, so that the row and column can be named.</summary>
    internal static Encoding Gb18030Marking { get; } = Get("GB18030", new DecoderReplacementFallback("\uFFFD"));

    private static Encoding Get(string name, DecoderFallback onBadBytes) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, onBadBytes)
        ?? throw new NotSupportedException($"{name} is missing from the platform.");
}
