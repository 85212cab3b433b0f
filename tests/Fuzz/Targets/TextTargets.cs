using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;

namespace HealthBao.Fuzz.Targets;

/// <summary>The QR's text and base64url: every sound text has one meaning, and every meaning one text.</summary>
internal static class TextTargets
{
    public static void Shc(byte[] text)
    {
        var token = new byte[text.Length];
        if (ShcText.TryDecode(text, token, out var length))
            BrokenInvariantException.Unless(Encoding.ASCII.GetBytes(ShcText.Encode(Encoding.ASCII.GetString(token, 0, length))).AsSpan().SequenceEqual(text), "A QR's text is written as it is read.");
        else BrokenInvariantException.Unless(length == 0, "What is refused leaves nothing.");

        var bytes = new byte[StrictBase64Url.DecodedLength(text.Length)];
        if (StrictBase64Url.TryDecode(text, bytes, out var written))
            BrokenInvariantException.Unless(Encoding.ASCII.GetBytes(StrictBase64Url.Encode(bytes.AsSpan(0, written))).AsSpan().SequenceEqual(text), "base64url is written as it is read.");
    }
}
