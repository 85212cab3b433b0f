using System.Buffers;
using System.Buffers.Text;

namespace HealthBao.Contracts.Jose;

/// <summary>
/// base64url as RFC 7515 §2 writes it and nothing else: no padding, no white space, no other alphabet, and the unused
/// bits of the last character are zero, so that every byte string has exactly one text.
/// </summary>
public static class StrictBase64Url
{
    private static readonly SearchValues<byte> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    /// <summary>The number of bytes that a text of this many characters holds.</summary>
    public static int DecodedLength(int characters) => characters * 3 / 4;

    /// <summary>Decodes a canonical text.</summary>
    /// <returns><see langword="false"/> when the text is not canonical or the destination is too small.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        written = 0;
        if (text.Length % 4 == 1 || text.ContainsAnyExcept(Alphabet) || !EndsCanonically(text)) return false;
        return Base64Url.DecodeFromUtf8(text, destination, out var consumed, out written) == OperationStatus.Done
            && consumed == text.Length;
    }

    /// <summary>Decodes a canonical text, or gives null.</summary>
    public static byte[]? Decode(string? text)
    {
        if (text is null) return null;
        var ascii = System.Text.Encoding.UTF8.GetBytes(text);
        var bytes = new byte[DecodedLength(ascii.Length)];
        return TryDecode(ascii, bytes, out var written) && written == bytes.Length ? bytes : null;
    }

    /// <summary>Encodes without padding.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    // Two characters carry 12 bits of which 4 are unused, three carry 18 of which 2 are.
    private static bool EndsCanonically(ReadOnlySpan<byte> text) => (text.Length % 4) switch
    {
        2 => (Value(text[^1]) & 0b1111) == 0,
        3 => (Value(text[^1]) & 0b11) == 0,
        _ => true,
    };

    private static int Value(byte c) => c switch
    {
        >= (byte)'A' and <= (byte)'Z' => c - 'A',
        >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
        (byte)'-' => 62,
        _ => 63,
    };
}
