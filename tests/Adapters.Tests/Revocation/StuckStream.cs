namespace HealthBao.Adapters.Tests.Revocation;

/// <summary>A connection whose other end takes nothing.</summary>
internal sealed class StuckStream : MemoryStream
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when somebody writes.</summary>
    public Task Reached => reached.Task;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        reached.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
