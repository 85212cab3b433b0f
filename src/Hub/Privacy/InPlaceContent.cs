using System.Net;

namespace HealthBao.Hub.Privacy;

/// <summary>
/// A body that is sent from where it lies: the head leaves first, and then the client's connection has nothing to put a large body behind.
/// One under 4 KiB it copies into its buffer all the same, which is why a <see cref="Contracts.Identity.PersonQuestion"/> is larger.
/// </summary>
internal sealed class InPlaceContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> body;

    public InPlaceContent(ReadOnlyMemory<byte> body, string mediaType)
    {
        this.body = body;
        Headers.ContentType = new(mediaType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellation)
    {
        await stream.FlushAsync(cancellation);
        await stream.WriteAsync(body, cancellation);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
