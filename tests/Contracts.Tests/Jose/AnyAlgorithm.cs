using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Tests.Jose;

/// <summary>
/// Every algorithm of the vectors by others, by the platform's cryptography, behind our own strict reading of the token: what differs then is our reading.
/// The algorithm is the key's and never the header's choice.
/// </summary>
internal static class AnyAlgorithm
{
    public static bool Stands(JsonElement jwk, byte[] token)
    {
        // Unlike CompactJws this lets an empty payload pass: the vectors have some, a pass has none.
        if (Encoding.UTF8.GetString(token).Split('.') is not [var first, var payload, var last]) return false;
        if (StrictBase64Url.Decode(first) is not { } header || StrictBase64Url.Decode(payload) is null || StrictBase64Url.Decode(last) is not { } signature) return false;
        if (StrictJson.Judge(header) != JsonSoundness.Sound) return false;
        var algorithm = Text(JsonElement.Parse(header), "alg");
        return algorithm is not null && Permits(jwk, algorithm) && Verify(jwk, algorithm, Encoding.UTF8.GetBytes($"{first}.{payload}"), signature);
    }

    private static bool Permits(JsonElement jwk, string algorithm) =>
        // Two of the vectors' keys write ES521 for ES512.
        (Text(jwk, "alg") is not { } pinned || pinned == algorithm || (pinned, algorithm) == ("ES521", "ES512")) && Text(jwk, "use") is null or "sig"
        && (!jwk.TryGetProperty("key_ops", out var uses) || uses.EnumerateArray().Any(u => u.ValueEquals("verify"u8)));

    private static bool Verify(JsonElement jwk, string algorithm, byte[] signed, byte[] signature) => (Text(jwk, "kty"), algorithm[..2]) switch
    {
        ("oct", "HS") => Mac(algorithm, Bytes(jwk, "k"), signed) is { } mac && CryptographicOperations.FixedTimeEquals(mac, signature),
        ("RSA", "RS") => Rsa(jwk, algorithm, signed, signature, RSASignaturePadding.Pkcs1),
        ("RSA", "PS") => Rsa(jwk, algorithm, signed, signature, RSASignaturePadding.Pss),
        ("EC", "ES") => Curve(jwk, algorithm, signed, signature),
        _ => false,
    };

    private static byte[]? Mac(string algorithm, byte[] key, byte[] signed) => algorithm switch
    {
        "HS256" => HMACSHA256.HashData(key, signed),
        "HS384" => HMACSHA384.HashData(key, signed),
        "HS512" => HMACSHA512.HashData(key, signed),
        _ => null,
    };

    private static bool Rsa(JsonElement jwk, string algorithm, byte[] signed, byte[] signature, RSASignaturePadding padding)
    {
        using var key = RSA.Create(new RSAParameters { Modulus = Bytes(jwk, "n"), Exponent = Bytes(jwk, "e") });
        return key.VerifyData(signed, signature, Hash(algorithm), padding);
    }

    private static bool Curve(JsonElement jwk, string algorithm, byte[] signed, byte[] signature)
    {
        var curve = (algorithm, Text(jwk, "crv")) switch
        {
            ("ES256", "P-256") => ECCurve.NamedCurves.nistP256,
            ("ES384", "P-384") => ECCurve.NamedCurves.nistP384,
            ("ES512", "P-521") => ECCurve.NamedCurves.nistP521,
            _ => default,
        };
        if (curve.CurveType == ECCurve.ECCurveType.Implicit) return false;
        try
        {
            using var key = ECDsa.Create(new ECParameters { Curve = curve, Q = new() { X = Bytes(jwk, "x"), Y = Bytes(jwk, "y") } });
            return key.VerifyData(signed, signature, Hash(algorithm));
        }
        catch (CryptographicException)
        {
            // The point is not on the curve.
            return false;
        }
    }

    private static HashAlgorithmName Hash(string algorithm) => new("SHA" + algorithm[2..]);

    private static byte[] Bytes(JsonElement jwk, string name) => StrictBase64Url.Decode(Text(jwk, name)) ?? [];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
