using System.Diagnostics;
using HealthBao.Adapters;

namespace HealthBao.Interop.Tests.Crash;

/// <summary>The real adapter as a process of its own, to be killed without warning.</summary>
internal sealed class AdapterProcess : IDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;

    private AdapterProcess(Process process, Uri address) => (this.process, Http) = (process, new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) });

    public HttpClient Http { get; }

    /// <summary>Starts it and returns when it listens. Settings go by environment, where secrets belong.</summary>
    public static async Task<AdapterProcess> StartAsync(string region, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[typeof(AdapterHost).Assembly.Location, "--region", region, "--urls", "http://127.0.0.1:0"]) start.ArgumentList.Add(argument);
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string?>();
        process.OutputDataReceived += (_, line) =>
        {
            said.Add(line.Data);
            if (line.Data is null) address.TrySetException(new InvalidOperationException("The adapter ended: " + string.Join('\n', said)));
            else if (line.Data.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at) address.TrySetResult(new(line.Data[(at + Listening.Length)..].Trim()));
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new(process, await address.Task.WaitAsync(Patience));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>SIGKILL: nothing is finished, closed or flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
        Http.Dispose();
    }
}
