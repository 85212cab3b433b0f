using System.Diagnostics;

namespace HealthBao.HealthCode.Tests.Crash;

/// <summary>The real system as a process of its own, to be killed without warning while it imports what lies in its folder.</summary>
internal sealed class ImportingProcess : IDisposable
{
    private readonly Process process;

    private ImportingProcess(Process process) => this.process = process;

    public static ImportingProcess Start(string directory, IEnumerable<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[typeof(HealthCodeApp).Assembly.Location, "--urls", "http://127.0.0.1:0"]) start.ArgumentList.Add(argument);
        start.Environment["HealthCode__DataDirectory"] = directory;
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>SIGKILL: nothing is finished, closed or flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public bool HasEnded => process.HasExited;

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
