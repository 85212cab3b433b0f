using System.Security.Cryptography;

namespace HealthBao.Contracts.Jose;

/// <summary>A P-256 private key that signs ES256.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly byte[] pkcs8;
    private readonly ThreadLocal<ECDsa> key;

    private SigningKey(byte[] pkcs8)
    {
        this.pkcs8 = pkcs8;
        key = new(Import, trackAllValues: true);
        Jwk = EcJwk.Of(key.Value!);
    }

    /// <summary>The public half.</summary>
    public EcJwk Jwk { get; }

    /// <summary>The RFC 7638 thumbprint.</summary>
    public string Kid => Jwk.Thumbprint;

    /// <summary>Makes a new key.</summary>
    public static SigningKey Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(key.ExportPkcs8PrivateKey());
    }

    /// <summary>Reads a PKCS #8 private key.</summary>
    /// <exception cref="CryptographicException">It is not a P-256 private key.</exception>
    public static SigningKey FromPkcs8(ReadOnlySpan<byte> pkcs8) => new(pkcs8.ToArray());

    /// <summary>The PKCS #8 form, to be kept where only the owner can read.</summary>
    public byte[] ToPkcs8() => [.. pkcs8];

    /// <summary>The private scalar <c>d</c> as base64url, for the made-up participant whose key is public.</summary>
    public string ExportPrivateScalar() => StrictBase64Url.Encode(key.Value!.ExportParameters(true).D);

    /// <summary>Writes the 64-byte P1363 signature over the bytes.</summary>
    public void Sign(ReadOnlySpan<byte> bytes, Span<byte> signature)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes, hash);
        if (!key.Value!.TrySignHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation, out var written) || written != 64)
            throw new CryptographicException("The platform gave no 64-byte signature.");
    }

    /// <summary>Forgets the private half.</summary>
    public void Dispose()
    {
        foreach (var instance in key.Values) instance.Dispose();
        key.Dispose();
        CryptographicOperations.ZeroMemory(pkcs8);
    }

    private ECDsa Import()
    {
        var instance = ECDsa.Create();
        instance.ImportPkcs8PrivateKey(pkcs8, out _);
        if (instance.KeySize != 256) throw new CryptographicException("The key is not on P-256.");
        return instance;
    }
}
