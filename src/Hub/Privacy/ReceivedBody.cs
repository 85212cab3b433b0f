using System.Buffers;
using System.IO.Pipelines;

namespace HealthBao.Hub.Privacy;

/// <summary>A request's whole body in the server's own memory. Disposed of, it goes back there and is wiped: read from it before, and keep no part.</summary>
internal readonly struct ReceivedBody(PipeReader input, ReadOnlySequence<byte> bytes) : IDisposable
{
    private readonly OnePiece piece = new(bytes);

    public ReadOnlyMemory<byte> Bytes => piece.Memory;

    public void Dispose()
    {
        piece.Dispose();
        input.AdvanceTo(bytes.End);
    }
}
