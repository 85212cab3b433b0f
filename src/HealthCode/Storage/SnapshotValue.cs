using System.Runtime.InteropServices;

namespace HealthBao.HealthCode.Storage;

/// <summary>What a snapshot says of one person, 32 bytes as they lie in the store (little-endian).</summary>
/// <param name="Name">What the person's name is compared by.</param>
/// <param name="Division">A code of 12 digits (GB/T 10114, padded with zeros), or 0.</param>
/// <param name="At">Seconds since 1970.</param>
/// <param name="Until">Seconds since 1970, or 0.</param>
/// <param name="Row">The line in the file, the header being line 1.</param>
/// <param name="State">What the feed's kind makes of it.</param>
/// <param name="Reason">The place in the list of reasons.</param>
/// <param name="Flags">What the feed's kind makes of it.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct SnapshotValue(ulong Name, long Division, uint At, uint Until, uint Row, byte State, byte Reason, ushort Flags)
{
    public const int Size = 32;

    public static SnapshotValue Read(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<SnapshotValue>(bytes);

    public void Write(Span<byte> bytes) => MemoryMarshal.Write(bytes, this);
}
