using System.Buffers.Binary;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>A row on its way into a generation: sort key, value and, of a list that ends with the day, the lasting key.</summary>
internal static class SpooledRow
{
    public const int Short = PersonKey.Size + SnapshotValue.Size;
    public const int Long = Short + PersonKey.Size;

    public static void Write(Span<byte> row, PersonKey key, in SnapshotValue value, PersonKey lasting)
    {
        key.Write(row);
        value.Write(row[PersonKey.Size..]);
        if (row.Length == Long) lasting.Write(row[Short..]);
    }

    public static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> row) => row[..PersonKey.Size];

    public static ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> row) => row[PersonKey.Size..Short];

    public static PersonKey LastingOf(ReadOnlySpan<byte> row) => PersonKey.Read(row.Length == Long ? row[Short..] : row);

    /// <summary>The first eight bytes of the key, by which rows are ordered before they are compared whole.</summary>
    public static ulong PrefixOf(ReadOnlySpan<byte> row) => BinaryPrimitives.ReadUInt64BigEndian(row);
}
