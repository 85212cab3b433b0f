using System.Diagnostics;

namespace HealthBao.Benchmarks.HealthCodes;

/// <summary>How long an import was in each of its phases, looked at every few milliseconds.</summary>
internal sealed class PhaseWatch
{
    private readonly Dictionary<string, double> seconds = [];
    private readonly Timer timer;
    private long last = Stopwatch.GetTimestamp();

    public PhaseWatch(Func<string?> phase) => timer = new(_ => Look(phase()), null, 5, 5);

    public string End()
    {
        timer.Dispose();
        lock (seconds) return string.Join(", ", seconds.Select(s => $"{s.Key} {s.Value:n2} s"));
    }

    private void Look(string? phase)
    {
        lock (seconds)
        {
            var now = Stopwatch.GetTimestamp();
            if (phase is not null) seconds[phase] = seconds.GetValueOrDefault(phase) + Stopwatch.GetElapsedTime(last, now).TotalSeconds;
            last = now;
        }
    }
}
