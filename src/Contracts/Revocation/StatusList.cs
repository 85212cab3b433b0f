using System.Collections.Immutable;

namespace HealthBao.Contracts.Revocation;

/// <summary>
/// One day's passes of one issuer, two bits each, lowest bits first (IETF Token Status List §4). Immutable: a change gives a new list that
/// shares every block it does not touch, so that one change among a hundred million passes costs a few kilobytes.
/// </summary>
public sealed class StatusList
{
    /// <summary>The most places a list has.</summary>
    public const int MaxPlaces = 256 * 1024 * 1024;

    private const int BlockBytes = 8 * 1024;
    private const int PlacesShift = 15; // places of a block: 4 × 8 KiB
    private static readonly byte[] Untouched = new byte[BlockBytes];

    private readonly byte[][] blocks;

    /// <summary>Copies the bytes.</summary>
    /// <param name="bits">Four passes a byte.</param>
    public StatusList(ReadOnlySpan<byte> bits)
    {
        Count = bits.Length * 4;
        blocks = new byte[BlocksOf(Count)][];
        for (var n = 0; n < blocks.Length; n++)
        {
            var block = new byte[BlockBytes];
            bits[(n * BlockBytes)..Math.Min(bits.Length, (n + 1) * BlockBytes)].CopyTo(block);
            blocks[n] = Shared(block);
        }
    }

    private StatusList(byte[][] blocks, int count) => (this.blocks, Count) = (blocks, count);

    /// <summary>A list without places.</summary>
    public static StatusList Empty { get; } = new([]);

    /// <summary>The number of places, a multiple of four.</summary>
    public int Count { get; }

    /// <summary>The places whose state is not 0, in order.</summary>
    public IEnumerable<int> Marked =>
        from n in Enumerable.Range(0, blocks.Length)
        where blocks[n] != Untouched
        from index in Enumerable.Range(n << PlacesShift, Math.Min(1 << PlacesShift, Count - (n << PlacesShift)))
        where StateOf(index) != PassState.Valid
        select index;

    /// <summary>The state at an index; null outside the list or for the unused value.</summary>
    public PassState? StateOf(int index)
    {
        if ((uint)index >= (uint)Count) return null;
        var value = (blocks[index >> PlacesShift][(index >> 2) & (BlockBytes - 1)] >> ((index & 3) * 2)) & 3;
        return value == 3 ? null : (PassState)value;
    }

    /// <summary>The list with more places, all valid, and some of its places changed.</summary>
    /// <param name="places">How far the new list reaches: a multiple of four, not less than now.</param>
    /// <param name="changes">The new states; of two for one place the later counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The list would shrink, grow beyond its bound, or a place lies outside.</exception>
    public StatusList With(int places, params IEnumerable<ChangedPlaces> changes)
    {
        if (places < Count || places > MaxPlaces || places % 4 != 0) throw new ArgumentOutOfRangeException(nameof(places));
        var next = new byte[BlocksOf(places)][];
        blocks.CopyTo(next, 0);
        next.AsSpan(blocks.Length).Fill(Untouched);
        foreach (var (state, indexes) in changes)
            foreach (var index in indexes)
            {
                if ((uint)index >= (uint)places) throw new ArgumentOutOfRangeException(nameof(changes));
                ref var four = ref Own(next, index >> PlacesShift)[(index >> 2) & (BlockBytes - 1)];
                four = (byte)((four & ~(3 << ((index & 3) * 2))) | ((int)state << ((index & 3) * 2)));
            }

        return new(next, places);
    }

    /// <summary>The bytes, four passes each.</summary>
    public byte[] ToArray()
    {
        using var bytes = new MemoryStream(Count / 4);
        WriteTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Reads to the end of a stream, block by block, so that nothing is held twice.</summary>
    /// <exception cref="InvalidDataException">There are more places than a list has.</exception>
    internal static StatusList ReadFrom(Stream stream)
    {
        var blocks = ImmutableArray.CreateBuilder<byte[]>();
        var bytes = 0;
        var block = new byte[BlockBytes];
        while (stream.ReadAtLeast(block, BlockBytes, throwOnEndOfStream: false) is > 0 and var read)
        {
            if ((bytes += read) > MaxPlaces / 4) throw new InvalidDataException("The status list inflates beyond its bound.");
            block.AsSpan(read).Clear();
            var shared = Shared(block);
            blocks.Add(shared);
            if (shared == block) block = new byte[BlockBytes];
        }

        return new([.. blocks], bytes * 4);
    }

    internal void WriteTo(Stream stream)
    {
        for (var n = 0; n < blocks.Length; n++) stream.Write(blocks[n], 0, Math.Min(BlockBytes, (Count / 4) - (n * BlockBytes)));
    }

    // A block belongs to the new list alone, and may be written, once it differs from the old list's.
    private byte[] Own(byte[][] next, int n)
    {
        if (next[n] == (n < blocks.Length ? blocks[n] : Untouched)) next[n] = [.. next[n]];
        return next[n];
    }

    private static byte[] Shared(byte[] block) => block.AsSpan().ContainsAnyExcept((byte)0) ? block : Untouched;

    private static int BlocksOf(int places) => (int)(((long)places + (1 << PlacesShift) - 1) >> PlacesShift);
}
