using System.Buffers;
using Microsoft.AspNetCore.Connections;

namespace HealthBao.Hub.Privacy;

/// <summary>Gives the server its memory: everything that is received or sent lies in blocks of <see cref="WipedMemoryPool"/>.</summary>
internal sealed class WipedMemoryPools : IMemoryPoolFactory<byte>
{
    // The server's own pool has the same.
    private const int BlockBytes = 4096;

    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new WipedMemoryPool(BlockBytes);
}
