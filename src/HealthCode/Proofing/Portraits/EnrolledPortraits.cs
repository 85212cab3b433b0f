using System.Security.Cryptography;
using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Proofing.Faces;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Proofing.Portraits;

/// <summary>
/// Portraits that were enrolled here: the 128 numbers of the face, never the picture, sealed under a key that needs the document's number
/// (AES-256-GCM, a random nonce of 96 bits before the text). The store alone shows no face, and whose it is not either.
/// </summary>
internal sealed class EnrolledPortraits : IPortraitSource
{
    private const string Schema = "CREATE TABLE IF NOT EXISTS portrait (person BYTEA PRIMARY KEY, name BIGINT NOT NULL, at BIGINT NOT NULL, face BYTEA NOT NULL);";
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly LastingStore lasting;
    private readonly PersonRegister register;
    private readonly TimeProvider clock;

    public EnrolledPortraits(LastingStore lasting, PersonRegister register, TimeProvider clock)
    {
        (this.lasting, this.register, this.clock) = (lasting, register, clock);
        lasting.Make(Schema);
    }

    /// <summary>Enrols a face, in place of one that was enrolled before.</summary>
    public Task EnrolAsync(PersonName name, IdentityDocument document, FaceDescriptor face) => lasting.WriteAsync(
        """
        INSERT INTO portrait (person, name, at, face) VALUES (@person, @name, @at, @face)
        ON CONFLICT (person) DO UPDATE SET name = excluded.name, at = excluded.at, face = excluded.face
        """,
        ("@person", register.RefOf(document).Lasting.ToBytes()), ("@name", (long)register.NameOf(document, name)), ("@at", clock.GetUtcNow().ToUnixTimeSeconds()), ("@face", Seal(document, face)));

    public ValueTask<FaceDescriptor?> FindAsync(PersonName name, IdentityDocument document, CancellationToken cancellation)
    {
        var rows = lasting.Rows(
            "SELECT face FROM portrait WHERE person = @person AND name = @name", r => (byte[])r[0],
            ("@person", register.RefOf(document).Lasting.ToBytes()), ("@name", (long)register.NameOf(document, name)));
        return ValueTask.FromResult(rows is [var box] ? Open(document, box) : null);
    }

    private byte[] Seal(IdentityDocument document, FaceDescriptor face)
    {
        var (plain, key) = (face.ToBytes(), register.KeyOf(document, "portrait"));
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using (var vault = new AesGcm(key, TagSize)) vault.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length));
        CryptographicOperations.ZeroMemory(plain);
        CryptographicOperations.ZeroMemory(key);
        return box;
    }

    private FaceDescriptor Open(IdentityDocument document, byte[] box)
    {
        var (plain, key) = (new byte[FaceDescriptor.Bytes], register.KeyOf(document, "portrait"));
        using (var vault = new AesGcm(key, TagSize)) vault.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), plain);
        var face = FaceDescriptor.Read(plain);
        CryptographicOperations.ZeroMemory(plain);
        CryptographicOperations.ZeroMemory(key);
        return face;
    }
}
