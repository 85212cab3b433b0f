using System.Net;

namespace HealthBao.Interop.Tests.Crash;

/// <summary>A body of which so many bytes are sent; then it says so, and goes on when it is told to.</summary>
internal sealed class CutBody(byte[] bytes, int cut) : HttpContent
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The bytes are on their way.</summary>
    public Task Reached => reached.Task;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(bytes.AsMemory(0, cut));
        await stream.FlushAsync();
        reached.TrySetResult();
        // A cut body never ends by itself: the receiver dies.
        if (cut < bytes.Length) await Task.Delay(Timeout.Infinite, CancellationToken.None);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
