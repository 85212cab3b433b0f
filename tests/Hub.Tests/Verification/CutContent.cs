using System.Net;

namespace HealthBao.Hub.Tests.Verification;

/// <summary>A body sent in small pieces, each on its own.</summary>
internal sealed class CutContent(byte[] bytes, int size) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        foreach (var piece in bytes.Chunk(size))
        {
            await stream.WriteAsync(piece);
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
