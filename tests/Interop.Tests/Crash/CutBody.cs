using System.Net;

namespace HealthBao.Interop.Tests.Crash;

/// <summary>A body of which so many bytes are sent; then it says so, and ends when its receiver is dead.</summary>
internal sealed class CutBody(byte[] bytes, int cut) : HttpContent
{
    private readonly TaskCompletionSource dead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The bytes are on their way.</summary>
    public Task Reached => reached.Task;

    /// <summary>The receiver is dead: nothing more is sent.</summary>
    public void End() => dead.TrySetException(new IOException("The receiver is dead."));

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(bytes.AsMemory(0, cut));
        await stream.FlushAsync();
        reached.TrySetResult();
        if (cut < bytes.Length) await dead.Task;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
