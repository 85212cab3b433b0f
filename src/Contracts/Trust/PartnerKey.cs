using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>
/// A public key of a partner: P-256 for ES256, P-384 for ES384 or RSA of 2048 to 4096 bits for RS384 (RFC 7518 §3.1). Which key it is
/// decides the algorithm; a token never does.
/// </summary>
public sealed class PartnerKey
{
    private readonly PartnerKeyShape shape;

    private PartnerKey(PartnerKeyShape shape, string? kid)
    {
        this.shape = shape;
        Thumbprint = StrictBase64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(shape.Canonical)));
        Kid = kid ?? Thumbprint;
    }

    /// <summary>The key's name among its partner's keys: its <c>kid</c>, or the thumbprint where it has none.</summary>
    public string Kid { get; }

    /// <summary>The RFC 7638 SHA-256 thumbprint, base64url.</summary>
    public string Thumbprint { get; }

    /// <summary>The only <c>alg</c> that counts for this key: <c>ES256</c>, <c>ES384</c> or <c>RS384</c>.</summary>
    public string Algorithm => shape.Algorithm;

    /// <summary>The JWK with <c>alg</c>, <c>kid</c> and <c>use</c>, as JSON.</summary>
    public string Json => $$"""{{shape.Canonical[..^1]}},"alg":"{{Algorithm}}","kid":"{{Kid}}","use":"sig"}""";

    /// <summary>Reads a JWK object (RFC 7517): one of the three kinds, and when present <c>use</c> sig, <c>alg</c> that of the kind,
    /// <c>kid</c> of at most 128 visible ASCII characters without quotation mark or backslash.</summary>
    /// <returns>The key, or null when it is not such a key.</returns>
    public static PartnerKey? Parse(JsonElement jwk)
    {
        if (PartnerKeyShape.Parse(jwk) is not { } shape) return null;
        if (!AbsentOr(jwk, "use", v => v == "sig") || !AbsentOr(jwk, "alg", v => v == shape.Algorithm) || !AbsentOr(jwk, "kid", IsKid)) return null;
        return new(shape, jwk.TryGetProperty("kid", out var kid) ? kid.GetString() : null);
    }

    /// <summary>Reads a key that is known to be one of the shared standard.</summary>
    public static PartnerKey Of(EcJwk key) => new(PartnerKeyShape.Of(key), null);

    /// <summary>Whether a JWS signature (RFC 7518 §3.3, §3.4) stands over the bytes.</summary>
    public bool Verify(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature) => shape.Verify(signed, signature);

    private static bool IsKid(string kid) => kid.Length is > 0 and <= 128 && kid.All(c => c is > ' ' and <= '~' and not '"' and not '\\');

    private static bool AbsentOr(JsonElement jwk, string name, Func<string, bool> isSound) =>
        !jwk.TryGetProperty(name, out var value) || (value.ValueKind == JsonValueKind.String && isSound(value.GetString()!));
}
