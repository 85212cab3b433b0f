using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Queries;

/// <summary>
/// Lets answers leave at a fixed time after the question, or a multiple of it: how long a region's own system took, and whether it knew the
/// number and only the name was wrong, cannot be told from outside.
/// </summary>
internal sealed class AnswerTime(IOptions<QueryOptions> options, TimeProvider clock)
{
    private readonly TimeSpan floor = TimeSpan.FromMilliseconds(options.Value.FloorMilliseconds);

    /// <summary>The instant from which <see cref="WaitAsync"/> counts.</summary>
    public long Now() => clock.GetTimestamp();

    public TimeSpan Since(long since) => clock.GetElapsedTime(since);

    public async Task WaitAsync(long since, CancellationToken cancellation)
    {
        if (floor == TimeSpan.Zero) return;
        var due = DueAfter(Since(since));
        // A timer may be early by its own resolution.
        while (due - Since(since) is { Ticks: > 0 } wait) await Task.Delay(RoundUp(wait), clock, cancellation);
    }

    private TimeSpan DueAfter(TimeSpan elapsed) => floor * Math.Max(1, Math.Ceiling(elapsed / floor));

    private static TimeSpan RoundUp(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
}
