using System.Diagnostics;
using System.Globalization;

namespace HealthBao.Benchmarks;

/// <summary>The unit of all figures: what <c>openssl speed ecdsap256</c> does on this machine now.</summary>
internal static class OpenSsl
{
    public static double VerificationsPerSecond()
    {
        var start = new ProcessStartInfo("openssl", ["speed", "-seconds", "2", "-mr", "ecdsap256"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("openssl could not be started.");
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        // The last +F line of -mr ends in signatures per second and verifications per second (of CPU time).
        var line = output.Split('\n').Last(l => l.StartsWith("+F", StringComparison.Ordinal)).Trim();
        return double.Parse(line.Split(':')[^1], CultureInfo.InvariantCulture);
    }
}
