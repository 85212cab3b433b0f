using System.Buffers.Text;
using System.Text;

namespace HealthBao.Contracts.Jose;

/// <summary>
/// The compact JWS that all of the standard's documents except the pass use: header <c>alg</c>, <c>kid</c>, <c>typ</c> exactly,
/// claims as one strict JSON object. The <c>typ</c> is checked first, so that a key's document of one kind never passes for another (RFC 8725 §3.11).
/// </summary>
public static class SignedToken
{
    /// <summary>Signs claims.</summary>
    /// <param name="type">The <c>typ</c>, for example <c>trust-list+jwt</c>.</param>
    /// <param name="key">The key; its thumbprint becomes the <c>kid</c>.</param>
    /// <param name="claims">One JSON object in UTF-8.</param>
    public static string Sign(string type, SigningKey key, ReadOnlySpan<byte> claims)
    {
        var header = Encoding.UTF8.GetBytes($$"""{"alg":"ES256","kid":"{{key.Kid}}","typ":"{{type}}"}""");
        var input = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(claims)}";
        Span<byte> signature = stackalloc byte[64];
        key.Sign(Encoding.ASCII.GetBytes(input), signature);
        return $"{input}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Verifies a token and gives its claims.</summary>
    /// <param name="token">The compact JWS.</param>
    /// <param name="type">The only <c>typ</c> accepted.</param>
    /// <param name="keyOf">The trusted key of a <c>kid</c>, or null. Nothing in the token is trusted before.</param>
    /// <param name="maxBytes">The largest token accepted.</param>
    /// <param name="maxDepth">The deepest nesting of claims accepted.</param>
    /// <returns>The claims' bytes, or null when the token is not that.</returns>
    public static byte[]? Verify(string? token, string type, Func<string, VerificationKey?> keyOf, int maxBytes, int maxDepth = StrictJson.MaxDepth)
    {
        if (token is null || token.Length > maxBytes) return null;
        var text = Encoding.UTF8.GetBytes(token);
        if (!CompactJws.TrySplit(text, out var jws) || JwsHeader.Read(jws.Header) is not { Zip: null, Algorithm: JwsHeader.Es256 } header) return null;
        if (header.Type != type || keyOf(header.Kid) is not { } key) return null;
        Span<byte> signature = stackalloc byte[64];
        if (!StrictBase64Url.TryDecode(jws.Signature, signature, out var length) || length != 64 || !key.Verify(jws.SigningInput, signature)) return null;
        return Claims(jws.Payload, maxDepth);
    }

    /// <summary>The claims before any trust, for the one case in which a token names its own key as a proof of possession.</summary>
    public static byte[]? ReadUnverified(string? token, int maxBytes, int maxDepth = StrictJson.MaxDepth)
    {
        if (token is null || token.Length > maxBytes) return null;
        return CompactJws.TrySplit(Encoding.UTF8.GetBytes(token), out var jws) ? Claims(jws.Payload, maxDepth) : null;
    }

    private static byte[]? Claims(ReadOnlySpan<byte> payload, int maxDepth)
    {
        var claims = new byte[StrictBase64Url.DecodedLength(payload.Length)];
        return StrictBase64Url.TryDecode(payload, claims, out _) && StrictJson.Judge(claims, maxDepth) == JsonSoundness.Sound ? claims : null;
    }
}
