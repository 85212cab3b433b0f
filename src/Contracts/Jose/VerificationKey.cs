using System.Security.Cryptography;

namespace HealthBao.Contracts.Jose;

/// <summary>A P-256 public key ready to verify ES256 (RFC 7518 §3.4). Made once: making it costs three verifications.</summary>
public sealed class VerificationKey
{
    private const int SignatureBytes = 64;

    // ECDsa does not promise to be thread-safe, so each thread has its own.
    private readonly ThreadLocal<ECDsa> key;

    /// <summary>Makes the key.</summary>
    public VerificationKey(EcJwk jwk)
    {
        Jwk = jwk;
        key = new(() => ECDsa.Create(jwk.Parameters));
    }

    /// <summary>The key's public form.</summary>
    public EcJwk Jwk { get; }

    /// <summary>The RFC 7638 thumbprint.</summary>
    public string Kid => Jwk.Thumbprint;

    /// <summary>Whether a 64-byte P1363 signature stands over the bytes.</summary>
    public bool Verify(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureBytes) return false;
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(signed, hash);
        return key.Value!.VerifyHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
