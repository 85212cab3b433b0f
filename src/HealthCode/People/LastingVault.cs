using System.Security.Cryptography;
using System.Text;

namespace HealthBao.HealthCode.People;

/// <summary>
/// Seals what of a person must outlast the day, such as a mask, a person's own words or evidence (AES-256-GCM, a random nonce before the text).
/// The key lies apart from the database; each box is bound to the place it was made for.
/// </summary>
internal sealed class LastingVault(KeyFolder keys) : IDisposable
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] secret = keys.Vault();
    private readonly AesGcm vault = new(HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Vault(), 32, info: "healthcode vault"u8.ToArray()), TagSize);

    /// <summary>Encrypts.</summary>
    /// <param name="plain">What only this system may read.</param>
    /// <param name="place">Where the box belongs, for example <c>ticket ABCD</c>.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, string place)
    {
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        vault.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), Encoding.UTF8.GetBytes(place));
        return box;
    }

    /// <summary>Opens what <see cref="Seal"/> made for the same place.</summary>
    /// <exception cref="CryptographicException">It was not sealed here, belongs elsewhere, or was changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string place)
    {
        var plain = new byte[box.Length - NonceSize - TagSize];
        vault.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], plain, Encoding.UTF8.GetBytes(place));
        return plain;
    }

    /// <summary>Sixteen bytes that stand for a short text which could be found by trying all, were it not for the secret.</summary>
    public byte[] MarkOf(string text, string place) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"mark\n{place}\n{text}"))[..16];

    public void Dispose()
    {
        vault.Dispose();
        CryptographicOperations.ZeroMemory(secret);
    }
}
