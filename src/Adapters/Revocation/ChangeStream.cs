using HealthBao.Adapters.Storage;

namespace HealthBao.Adapters.Revocation;

/// <summary>
/// What one listener is told: first the version now, then each change with whatever was committed together with it, and every ten seconds
/// that the list still stands. A listener that falls behind is told more at once, so nothing piles up for it.
/// </summary>
internal sealed class ChangeStream(DayStore store, DeltaSigner signer, TimeProvider clock)
{
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>How long a listener may take to receive one event.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Writes until the day is over.</summary>
    /// <exception cref="OperationCanceledException">Cancelled, or the listener is too slow.</exception>
    public async Task RunAsync(Stream output, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Heartbeat, clock);
        var beat = timer.WaitForNextTickAsync(cancellation).AsTask();
        var (isDue, told) = (true, store.Status.Since(long.MaxValue));
        while (true)
        {
            // In this order: what happens meanwhile is told twice rather than never, and the instant promises nothing that is not in the step.
            var news = store.Status.News;
            var now = clock.GetUtcNow();
            if (store.Status.IsClosed || now >= store.Day.End) return;
            var step = store.Status.Since(told.To);
            if (isDue || step.To != told.To || step.Places != told.Places) await WriteAsync(output, signer.Sign(store, step, now), cancellation);
            told = step;
            isDue = await Task.WhenAny(news, beat) == beat;
            if (!isDue) continue;
            await beat;
            beat = timer.WaitForNextTickAsync(cancellation).AsTask();
        }
    }

    private async Task WriteAsync(Stream output, byte[] text, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        await output.WriteAsync(text, either.Token);
        await output.FlushAsync(either.Token);
    }
}
