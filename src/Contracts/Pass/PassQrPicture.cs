using System.Globalization;
using System.Text;
using HealthBao.Contracts.Pass.Qr;

namespace HealthBao.Contracts.Pass;

/// <summary>
/// The picture of a card's QR code: a byte segment <c>shc:/</c>, a numeric segment with the digits, error correction level M,
/// the smallest version that holds them, at most 22 (docs/decisions/0007).
/// </summary>
public static class PassQrPicture
{
    /// <summary>The longest card, in characters of its JWS, that version 22 at level M holds.</summary>
    public const int MaxJwsLength = 927;

    private const int MaxNativeLength = 256;

    // ISO/IEC 18004:2015 §6.3.8: four modules of light on every side.
    private const int QuietZone = 4;

    /// <summary>
    /// The picture as SVG: a light ground, one path, one user unit per module, no script and no style, so any content security policy
    /// lets it stand. It has no size of its own; the page gives it one.
    /// </summary>
    /// <param name="shcText">The text that <see cref="ShcText.Encode"/> gives.</param>
    /// <exception cref="ArgumentException">The text is no such text, or its JWS is longer than <see cref="MaxJwsLength"/>.</exception>
    public static string ToSvg(string shcText)
    {
        ArgumentNullException.ThrowIfNull(shcText);
        if (shcText.Length > ShcText.Prefix.Length + (2 * MaxJwsLength))
            throw new ArgumentException($"A card in a QR code has at most {MaxJwsLength} characters of JWS.", nameof(shcText));
        if (!ShcText.TryDecode(shcText, stackalloc byte[MaxJwsLength], out _))
            throw new ArgumentException("Not the text of a card: shc:/ and two digits per character of its JWS.", nameof(shcText));
        return Draw(QrSymbol.Of(shcText.AsSpan(ShcText.Prefix.Length)));
    }

    /// <summary>The same picture of a native code's content, such as one on paper: one byte segment.</summary>
    /// <param name="nativeCode">The content, in ASCII, of 1 to 256 characters.</param>
    /// <exception cref="ArgumentException">It is empty, longer, or not in ASCII.</exception>
    public static string NativeToSvg(string nativeCode)
    {
        ArgumentNullException.ThrowIfNull(nativeCode);
        if (nativeCode.Length is 0 or > MaxNativeLength || !Ascii.IsValid(nativeCode))
            throw new ArgumentException($"A native code's content has 1 to {MaxNativeLength} characters in ASCII.", nameof(nativeCode));
        return Draw(QrSymbol.OfText(Encoding.ASCII.GetBytes(nativeCode)));
    }

    private static string Draw(QrMatrix symbol)
    {
        var side = (symbol.Size + (2 * QuietZone)).ToString(CultureInfo.InvariantCulture);
        var svg = new StringBuilder(24 * 1024)
            .Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").Append(side).Append(' ').Append(side)
            .Append("\" role=\"img\" aria-label=\"健康凭证二维码 QR code of the health pass\" shape-rendering=\"crispEdges\">")
            .Append("<rect width=\"").Append(side).Append("\" height=\"").Append(side).Append("\" fill=\"#fff\"/>")
            .Append("<path stroke=\"#000\" d=\"");
        for (var y = 0; y < symbol.Size; y++) DrawRow(svg, symbol, y);
        return svg.Append("\"/></svg>").ToString();
    }

    // Each run of dark modules is a stroke one unit wide along the middle of its row; relative moves keep the path short.
    private static void DrawRow(StringBuilder svg, QrMatrix symbol, int y)
    {
        var pen = -1;
        for (var x = 0; x < symbol.Size; x++)
        {
            if (!symbol[x, y]) continue;
            var start = x;
            while (x < symbol.Size && symbol[x, y]) x++;
            if (pen < 0) svg.Append('M').Append(start + QuietZone).Append(' ').Append(y + QuietZone).Append(".5");
            else svg.Append('m').Append(start - pen).Append(" 0");
            svg.Append('h').Append(x - start);
            pen = x;
        }
    }
}
