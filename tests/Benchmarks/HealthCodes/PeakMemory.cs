namespace HealthBao.Benchmarks.HealthCodes;

/// <summary>The most memory the process ever held (<c>VmHWM</c>).</summary>
internal sealed class PeakMemory
{
    public void Tell()
    {
        var line = File.Exists("/proc/self/status") ? File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("VmHWM", StringComparison.Ordinal)) : null;
        Console.WriteLine($"  peak memory of the process: {(line is null ? "unknown" : line.Split(':')[1].Trim())}");
    }
}
