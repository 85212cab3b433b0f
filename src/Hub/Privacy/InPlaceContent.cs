using System.Net;

namespace HealthBao.Hub.Privacy;

/// <summary>A body that is sent from where it lies. The client's connection would copy a small one behind the head into a buffer that it keeps; so the head leaves first.</summary>
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
