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
    /// <summary>The most bytes of kind, bar and number.</summary>
    internal const int MaxMessage = 64;

    private readonly UInt128 tail;

    internal PersonMac(ReadOnlySpan<byte> mac)
    {
        Key = PersonKey.Read(mac);
        tail = BinaryPrimitives.ReadUInt128BigEndian(mac[PersonKey.Size..]);
    }

    public PersonKey Key { get; }

    /// <summary>The HMAC of a kind and a normalised number in ASCII.</summary>
    public static PersonMac Of(ReadOnlySpan<byte> secret, DocumentType type, ReadOnlySpan<byte> number)
    {
        Span<byte> message = stackalloc byte[MaxMessage];
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, message[..Message(type, number, message)], mac);
        return new(mac);
    }

    /// <summary>The HMAC of a document.</summary>
    public static PersonMac Of(ReadOnlySpan<byte> secret, IdentityDocument document)
    {
        Span<byte> number = stackalloc byte[document.Number.Length];
        System.Text.Encoding.ASCII.GetBytes(document.Number, number);
        return Of(secret, document.Type, number);
    }

    /// <summary>Eight bytes that stand for this person's name as it was typed.</summary>
    public ulong Name(PersonName name)
    {
        Span<byte> message = stackalloc byte[PersonKey.Size + NameForm.MaxBytes];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = NameForm.Write(name.Value, message[PersonKey.Size..]);
        WriteTail(message);
        SHA256.HashData(message[..(PersonKey.Size + length)], hash);
        return NameOf(hash);
    }

    internal static int Message(DocumentType type, ReadOnlySpan<byte> number, Span<byte> message)
    {
        var kind = DocumentCodes.Of(type);
        kind.CopyTo(message);
        message[kind.Length] = (byte)'|';
        number.CopyTo(message[(kind.Length + 1)..]);
        return kind.Length + 1 + number.Length;
    }

    internal void WriteTail(Span<byte> message) => BinaryPrimitives.WriteUInt128BigEndian(message, tail);

    internal static ulong NameOf(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadUInt64BigEndian(hash);
}
