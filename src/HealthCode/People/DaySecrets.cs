using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.People;

/// <summary>A day's secret and what follows from it. Destroyed at 24:00: whatever was keyed or sealed under it says nothing any more.</summary>
internal sealed class DaySecrets : IDisposable
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] subjects;
    private readonly AesGcm vault;

    public DaySecrets(ShanghaiDay day, byte[] secret)
    {
        Day = day;
        People = Derive(secret, "people");
        subjects = Derive(secret, "subjects");
        vault = new(Derive(secret, "vault"), TagSize);
    }

    public ShanghaiDay Day { get; }

    /// <summary>What persons are keyed by in what ends with the day.</summary>
    public byte[] People { get; }

    public PersonKey KeyOf(IdentityDocument document) => PersonMac.Of(People, document).Key;

    /// <summary>What a person is called before others on this day (<c>userUUID</c>): the same all day, another one tomorrow.</summary>
    public string SubjectOf(PersonKey lasting) => Convert.ToHexStringLower(HMACSHA256.HashData(subjects, lasting.ToBytes()).AsSpan(0, 16));

    /// <summary>Encrypts what only this day may read (AES-256-GCM, a random nonce of 96 bits before the text).</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain)
    {
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        vault.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length));
        return box;
    }

    /// <summary>Opens what <see cref="Seal"/> made.</summary>
    /// <exception cref="CryptographicException">It was not sealed under this day's key, or was changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> box)
    {
        var plain = new byte[box.Length - NonceSize - TagSize];
        vault.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], plain);
        return plain;
    }

    public void Dispose()
    {
        vault.Dispose();
        CryptographicOperations.ZeroMemory(People);
        CryptographicOperations.ZeroMemory(subjects);
    }

    private static byte[] Derive(byte[] secret, string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.ASCII.GetBytes("healthcode day " + use));
}
