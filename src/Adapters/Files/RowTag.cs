using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace HealthBao.Adapters.Files;

/// <summary>All that is kept of a row: 33 bytes, no name and no number.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct RowTag : IComparable<RowTag>
{
    private readonly ulong high;
    private readonly ulong low;
    private readonly ulong name;
    private readonly uint updatedAt;
    private readonly uint validUntil;
    private readonly byte code;

    public RowTag(UInt128 person, ulong name, char code, DateTimeOffset updatedAt, DateTimeOffset validUntil)
    {
        (high, low, this.name) = ((ulong)(person >> 64), (ulong)person, name);
        (this.updatedAt, this.validUntil) = ((uint)updatedAt.ToUnixTimeSeconds(), (uint)validUntil.ToUnixTimeSeconds());
        this.code = (byte)code;
    }

    public UInt128 Person => new(high, low);

    public string Code => ((char)code).ToString();

    public DateTimeOffset UpdatedAt => DateTimeOffset.FromUnixTimeSeconds(updatedAt);

    public DateTimeOffset ValidUntil => DateTimeOffset.FromUnixTimeSeconds(validUntil);

    public bool IsNamed(ulong other)
    {
        Span<byte> mine = stackalloc byte[8], asked = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(mine, name);
        BinaryPrimitives.WriteUInt64BigEndian(asked, other);
        return CryptographicOperations.FixedTimeEquals(mine, asked);
    }

    /// <summary>By person; of one person's rows the one that counts comes first: the latest, then the strictest.</summary>
    public int CompareTo(RowTag other)
    {
        var order = high.CompareTo(other.high);
        if (order == 0) order = low.CompareTo(other.low);
        if (order == 0) order = other.updatedAt.CompareTo(updatedAt);
        return order == 0 ? other.code.CompareTo(code) : order;
    }
}
