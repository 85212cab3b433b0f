using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Proofing;

/// <summary>
/// The queue before the networks: so many at once, so many waiting, and whoever comes then is told when to come again, by how long checks
/// took lately.
/// </summary>
internal sealed class FaceQueue : IDisposable
{
    private const double FirstGuess = 0.3;
    private const double Weight = 0.1;

    private readonly SemaphoreSlim workers;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly int most;
    private int inside;
    private double seconds = FirstGuess;

    public FaceQueue(IOptions<ProofingOptions> options, TimeProvider clock)
    {
        Workers = options.Value.Workers > 0 ? options.Value.Workers : Math.Max(1, Environment.ProcessorCount / 2);
        (workers, most, this.clock) = (new(Workers), Workers + options.Value.Waiting, clock);
    }

    public int Workers { get; }

    /// <summary>How long somebody who comes now waits, in whole seconds.</summary>
    public int WaitSeconds
    {
        get
        {
            lock (gate) return (int)Math.Ceiling(Math.Max(0, inside + 1 - Workers) * seconds / Workers);
        }
    }

    /// <summary>A place, or null when all are taken.</summary>
    public FacePlace? Take()
    {
        lock (gate) return inside >= most ? null : new(this, ++inside);
    }

    /// <summary>Works when it is the place's turn.</summary>
    internal async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await workers.WaitAsync(cancellation);
        try
        {
            var start = clock.GetTimestamp();
            var result = await Task.Run(work, CancellationToken.None);
            var took = clock.GetElapsedTime(start).TotalSeconds;
            lock (gate) seconds += Weight * (took - seconds);
            return result;
        }
        finally
        {
            workers.Release();
        }
    }

    internal void Leave()
    {
        lock (gate) inside--;
    }

    public void Dispose() => workers.Dispose();
}
