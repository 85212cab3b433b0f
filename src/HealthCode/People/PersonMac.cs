using System.Buffers.Binary;
using System.Security.Cryptography;
using HealthBao.Contracts.Identity;

namespace HealthBao.HealthCode.People;

/// <summary>
/// The whole HMAC of a person's document. Its first half is the key; the second half is stored nowhere and binds names to the person, so that
/// equal names do not show and a name cannot be guessed without the number.
/// </summary>
internal readonly struct PersonMac
{
    private const int MaxMessage = 64;
    private readonly UInt128 tail;

    private PersonMac(PersonKey key, UInt128 tail) => (Key, this.tail) = (key, tail);

    public PersonKey Key { get; }

    /// <summary>The HMAC of a kind and a normalised number in ASCII.</summary>
    public static PersonMac Of(scoped ReadOnlySpan<byte> secret, DocumentType type, scoped ReadOnlySpan<byte> number)
    {
        Span<byte> message = stackalloc byte[MaxMessage];
        var kind = DocumentCodes.Of(type);
        kind.CopyTo(message);
        message[kind.Length] = (byte)'|';
        number.CopyTo(message[(kind.Length + 1)..]);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, message[..(kind.Length + 1 + number.Length)], mac);
        return new(PersonKey.Read(mac), BinaryPrimitives.ReadUInt128BigEndian(mac[PersonKey.Size..]));
    }

    /// <summary>The HMAC of a document.</summary>
    public static PersonMac Of(ReadOnlySpan<byte> secret, IdentityDocument document)
    {
        Span<byte> number = stackalloc byte[document.Number.Length];
        System.Text.Encoding.ASCII.GetBytes(document.Number, number);
        return Of(secret, document.Type, number);
    }

    /// <summary>Eight bytes that stand for this person's name, in UTF-8 and in the form of <see cref="NameForm"/>.</summary>
    public ulong Name(ReadOnlySpan<byte> name)
    {
        Span<byte> message = stackalloc byte[PersonKey.Size + NameForm.MaxBytes];
        BinaryPrimitives.WriteUInt128BigEndian(message, tail);
        name.CopyTo(message[PersonKey.Size..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(message[..(PersonKey.Size + name.Length)], hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>The same of a name as it was typed.</summary>
    public ulong Name(PersonName name)
    {
        Span<byte> utf8 = stackalloc byte[NameForm.MaxBytes];
        return Name(utf8[..NameForm.Write(name.Value, utf8)]);
    }
}
