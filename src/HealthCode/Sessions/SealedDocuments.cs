using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Identity;

namespace HealthBao.HealthCode.Sessions;

/// <summary>
/// The documents of a session, as they outlast the day: tomorrow's keys cannot be made without the numbers. Sealed under a key that needs the
/// device's token, so that a store that is read by others names nobody (AES-256-GCM, a random nonce of 96 bits before the text).
/// </summary>
internal static class SealedDocuments
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public static byte[] Seal(byte[] key, PersonName name, IReadOnlyList<IdentityDocument> documents)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes((string[])[name.Value, .. documents.SelectMany(d => (string[])[d.Type.Code(), d.Number])]);
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var vault = new AesGcm(key, TagSize);
        vault.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length));
        CryptographicOperations.ZeroMemory(plain);
        CryptographicOperations.ZeroMemory(key);
        return box;
    }

    /// <summary>Opens what <see cref="Seal"/> made.</summary>
    /// <exception cref="CryptographicException">It was sealed for another token, or was changed.</exception>
    public static (PersonName Name, IReadOnlyList<IdentityDocument> Documents) Open(byte[] key, ReadOnlySpan<byte> box)
    {
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var vault = new AesGcm(key, TagSize);
        vault.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], plain);
        var texts = JsonSerializer.Deserialize<string[]>(plain)!;
        CryptographicOperations.ZeroMemory(plain);
        CryptographicOperations.ZeroMemory(key);
        if (!PersonName.TryCreate(texts[0], out var name)) throw new CryptographicException("A session holds no name.");
        return (name!, [.. texts.Skip(1).Chunk(2).Select(pair => Read(pair[0], pair[1]))]);
    }

    private static IdentityDocument Read(string kind, string number) =>
        DocumentTypes.TryParse(kind, out var type) && IdentityDocument.TryCreate(type, number, out var document) == DocumentFault.None ? document! : throw new CryptographicException("A session holds no document.");
}
