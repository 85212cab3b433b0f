using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace HealthBao.Sandbox.Composition;

/// <summary>
/// A part as a process of its own. Its plan goes in as the first line of standard input (secrets never stand on a command line), then
/// instants of the shared clock; the end of its input is the order to stop, so no child outlives the sandbox.
/// </summary>
public sealed class ProcessPart(PartPlan plan, ShiftedClock clock) : ISandboxPart
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private Process? process;

    public PartPlan Plan => plan;

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (process is not null) return;
        // Composed by another program, a benchmark for example, the sandbox's own program is meant all the same.
        var own = typeof(ProcessPart).Assembly;
        var isOwn = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == own.GetName().Name;
        var start = new ProcessStartInfo(isOwn ? Environment.ProcessPath! : "dotnet") { RedirectStandardInput = true };
        if (!isOwn) start.ArgumentList.Add(own.Location);
        start.ArgumentList.Add("part");
        process = Process.Start(start) ?? throw new InvalidOperationException($"{plan.Name} could not be started.");
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(plan));
        SetClock(clock.GetUtcNow());
        Console.WriteLine($"  {plan.Name}: process {process.Id}");
        await WaitUntilItListensAsync(cancellation);
    }

    public async Task StopAsync()
    {
        if (process is null) return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public void SetClock(DateTimeOffset now)
    {
        if (process is null or { HasExited: true }) return;
        process.StandardInput.WriteLine(now.ToString("O", CultureInfo.InvariantCulture));
        process.StandardInput.Flush();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null) return;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // It did not heed the order.
        }

        await StopAsync();
    }

    private async Task WaitUntilItListensAsync(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (process!.HasExited) throw new InvalidOperationException($"{plan.Name} ended at once with exit code {process.ExitCode}.");
            try
            {
                using var response = await Http.GetAsync(plan.Address + "/livez", cancellation);
                if (response.IsSuccessStatusCode) return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
            {
                // Not there yet, or too busy to answer.
            }

            await Task.Delay(100, cancellation);
        }
    }
}
