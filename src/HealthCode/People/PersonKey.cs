using System.Buffers.Binary;

namespace HealthBao.HealthCode.People;

/// <summary>Stands for one person's document: the first 16 bytes of an HMAC-SHA-256 (RFC 2104 §5 allows the half). Says nothing without the secret.</summary>
internal readonly record struct PersonKey(UInt128 Value)
{
    public const int Size = 16;

    public static PersonKey Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    public void Write(Span<byte> bytes) => BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        Write(bytes);
        return bytes;
    }

    /// <summary>Not even the key is told.</summary>
    public override string ToString() => "person";
}
