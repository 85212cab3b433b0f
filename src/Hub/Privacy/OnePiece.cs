using System.Buffers;
using HealthBao.Hub.Problems;

namespace HealthBao.Hub.Privacy;

/// <summary>Received bytes as one memory: where they were received, or put together in memory that is wiped when this is disposed of.</summary>
internal readonly struct OnePiece : IDisposable
{
    private static readonly WipedMemoryPool Pool = new(Bodies.MaxBytes);

    private readonly IMemoryOwner<byte>? together;

    /// <summary>At most <see cref="Bodies.MaxBytes"/>.</summary>
    public OnePiece(in ReadOnlySequence<byte> received)
    {
        Memory = received.First;
        if (received.IsSingleSegment) return;
        var length = (int)received.Length;
        together = Pool.Rent(length);
        received.CopyTo(together.Memory.Span);
        Memory = together.Memory[..length];
    }

    public ReadOnlyMemory<byte> Memory { get; }

    public void Dispose() => together?.Dispose();
}
