namespace HealthBao.Contracts.Pass;

/// <summary>
/// The text in a card's QR code: <c>shc:/</c> and two decimal digits per character of the compact JWS (its ASCII value less 45).
/// One whole card per text; the retired form in several chunks (<c>shc:/1/3/…</c>) is refused.
/// Source: https://spec.smarthealth.cards/#encoding-chunks-as-qr-codes
/// </summary>
public static class ShcText
{
    /// <summary>What the text begins with.</summary>
    public const string Prefix = "shc:/";

    private const int Offset = 45;

    /// <summary>The text of a compact JWS.</summary>
    /// <exception cref="ArgumentException">The JWS is empty or holds a character that no compact JWS has.</exception>
    public static string Encode(ReadOnlySpan<char> jws)
    {
        if (jws.IsEmpty) throw new ArgumentException("A compact JWS is not empty.", nameof(jws));
        foreach (var c in jws)
            if (!IsJwsCharacter(c))
                throw new ArgumentException("A compact JWS has only base64url characters and full stops.", nameof(jws));

        return string.Create(Prefix.Length + (2 * jws.Length), jws, static (text, source) =>
        {
            Prefix.CopyTo(text);
            for (var i = 0; i < source.Length; i++)
            {
                var value = source[i] - Offset;
                text[Prefix.Length + (2 * i)] = (char)('0' + (value / 10));
                text[Prefix.Length + (2 * i) + 1] = (char)('0' + (value % 10));
            }
        });
    }

    /// <summary>Reads a text as a scanner delivers it, in ASCII bytes. Allocates nothing.</summary>
    /// <param name="text">The whole text; the prefix is lower case and nothing follows the last digit.</param>
    /// <param name="destination">Takes the JWS in ASCII; half of the digits' number is enough.</param>
    /// <param name="written">How many bytes of <paramref name="destination"/> are the JWS; 0 when the text is refused.</param>
    /// <returns><see langword="false"/> when the text is not exactly such a text or <paramref name="destination"/> is too short.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        written = 0;
        if (!text.StartsWith("shc:/"u8)) return false;
        var digits = text[Prefix.Length..];
        var length = digits.Length / 2;
        if (digits.IsEmpty || digits.Length % 2 != 0 || destination.Length < length) return false;
        for (var i = 0; i < length; i++)
            if (!TryDecodePair(digits[2 * i], digits[(2 * i) + 1], out destination[i]))
                return false;

        written = length;
        return true;
    }

    /// <summary>The same for a text in UTF-16.</summary>
    /// <inheritdoc cref="TryDecode(ReadOnlySpan{byte}, Span{byte}, out int)"/>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        written = 0;
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var digits = text[Prefix.Length..];
        var length = digits.Length / 2;
        if (digits.IsEmpty || digits.Length % 2 != 0 || destination.Length < length) return false;
        for (var i = 0; i < length; i++)
            if (!TryDecodePair(digits[2 * i], digits[(2 * i) + 1], out destination[i]))
                return false;

        written = length;
        return true;
    }

    private static bool TryDecodePair(int tens, int ones, out byte character)
    {
        character = 0;
        if (tens is < '0' or > '9' || ones is < '0' or > '9') return false;
        var value = (10 * (tens - '0')) + (ones - '0') + Offset;
        if (!IsJwsCharacter((char)value)) return false;
        character = (byte)value;
        return true;
    }

    private static bool IsJwsCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
