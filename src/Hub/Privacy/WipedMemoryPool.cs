using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace HealthBao.Hub.Privacy;

/// <summary>
/// Blocks of one size that the collector neither moves nor copies and that are zero whenever nobody holds them: what came in on one
/// connection is neither there for the next nor in a dump of memory.
/// </summary>
internal sealed class WipedMemoryPool(int blockBytes) : MemoryPool<byte>
{
    // More than this at once was a surge; the rest is given back to the collector, wiped as well.
    private const int MostIdleBytes = 32 * 1024 * 1024;

    private readonly ConcurrentQueue<Block> idle = new();
    private int idleBytes;

    public override int MaxBufferSize => blockBytes;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, blockBytes);
        if (!idle.TryDequeue(out var block)) return new Block(this);
        Interlocked.Add(ref idleBytes, -blockBytes);
        block.IsRented = true;
        return block;
    }

    protected override void Dispose(bool disposing) => idle.Clear();

    private void Return(Block block)
    {
        if (Interlocked.Add(ref idleBytes, blockBytes) <= MostIdleBytes) idle.Enqueue(block);
        else Interlocked.Add(ref idleBytes, -blockBytes);
    }

    private sealed class Block(WipedMemoryPool pool) : IMemoryOwner<byte>
    {
        private readonly byte[] bytes = GC.AllocateArray<byte>(pool.MaxBufferSize, pinned: true);

        public Memory<byte> Memory => MemoryMarshal.CreateFromPinnedArray(bytes, 0, bytes.Length);

        public bool IsRented { get; set; } = true;

        public void Dispose()
        {
            if (!IsRented) throw new InvalidOperationException("The block was given back already.");
            IsRented = false;
            CryptographicOperations.ZeroMemory(bytes);
            pool.Return(this);
        }
    }
}
