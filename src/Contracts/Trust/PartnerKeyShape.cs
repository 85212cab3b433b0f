using System.Security.Cryptography;
using System.Text.Json;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>The parts of a partner's key that make it this key and no other (RFC 7638 §3.2).</summary>
/// <param name="Algorithm">The only algorithm that counts for it.</param>
/// <param name="Canonical">Its required members as JSON, in the order that the thumbprint needs.</param>
internal abstract record PartnerKeyShape(string Algorithm, string Canonical)
{
    public abstract bool Verify(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature);

    public static PartnerKeyShape Of(EcJwk key) => new Curve("ES256", "P-256", 32, key.X, key.Y);

    public static PartnerKeyShape? Parse(JsonElement jwk) => jwk.ValueKind != JsonValueKind.Object ? null : (Text(jwk, "kty"), Text(jwk, "crv")) switch
    {
        ("EC", "P-256") => Sound(new Curve("ES256", "P-256", 32, Text(jwk, "x"), Text(jwk, "y"))),
        ("EC", "P-384") => Sound(new Curve("ES384", "P-384", 48, Text(jwk, "x"), Text(jwk, "y"))),
        ("RSA", null) => Sound(new Modulus(Text(jwk, "n"), Text(jwk, "e"))),
        _ => null,
    };

    protected abstract bool IsSound();

    private static PartnerKeyShape? Sound(PartnerKeyShape shape) => shape.IsSound() ? shape : null;

    private static string? Text(JsonElement jwk, string name) =>
        jwk.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && !value.GetRawText().Contains('\\') ? value.GetString() : null;

    private sealed record Curve(string Algorithm, string Name, int Bytes, string? X, string? Y)
        : PartnerKeyShape(Algorithm, $$"""{"crv":"{{Name}}","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")
    {
        public override bool Verify(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
        {
            if (signature.Length != 2 * Bytes) return false;
            using var key = Make();
            return key.VerifyData(signed, signature, Bytes == 32 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA384, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }

        protected override bool IsSound()
        {
            if (StrictBase64Url.Decode(X)?.Length != Bytes || StrictBase64Url.Decode(Y)?.Length != Bytes) return false;
            try
            {
                using var key = Make();
                return true;
            }
            catch (CryptographicException)
            {
                // Not a point of the curve.
                return false;
            }
        }

        private ECDsa Make() => ECDsa.Create(new ECParameters
        {
            Curve = Bytes == 32 ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384,
            Q = new() { X = StrictBase64Url.Decode(X), Y = StrictBase64Url.Decode(Y) },
        });
    }

    private sealed record Modulus(string? N, string? E) : PartnerKeyShape("RS384", $$"""{"e":"{{E}}","kty":"RSA","n":"{{N}}"}""")
    {
        private const string F4 = "AQAB";

        public override bool Verify(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
        {
            using var key = RSA.Create(new RSAParameters { Modulus = StrictBase64Url.Decode(N), Exponent = StrictBase64Url.Decode(E) });
            return key.VerifyData(signed, signature, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1);
        }

        // RFC 7518 §6.3.1.1: no leading zero, which is also what the thumbprint needs.
        protected override bool IsSound() => E == F4 && StrictBase64Url.Decode(N) is { Length: >= 256 and <= 512 } n && n[0] >= 0x80 && (n[^1] & 1) == 1;
    }
}
