using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using HealthBao.Adapters;
using HealthBao.Hub;
using HealthBao.Sandbox.Composition;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>The hub or an adapter as a process of its own, as in production, of which everything that it tells is kept: output at level trace, traces, metrics.</summary>
internal sealed class WatchedPart : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly string overheard;

    private WatchedPart(PartPlan plan, Process process, string overheard) => (Plan, this.process, this.overheard) = (plan, process, overheard);

    public PartPlan Plan { get; }

    public int Id => process.Id;

    public IReadOnlyCollection<string> Output => output;

    public string DataDirectory => Plan.Settings[Plan.Kind == "hub" ? "Hub:DataDirectory" : "Adapter:DataDirectory"]!;

    /// <summary>Starts it and returns when it answers.</summary>
    public static async Task<WatchedPart> StartAsync(PartPlan plan, string directory, params IEnumerable<(string Key, string Value)> more)
    {
        var overheard = Path.Combine(directory, plan.Name + ".overheard");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = directory,
        };
        start.ArgumentList.Add(plan.Kind == "hub" ? typeof(HubHost).Assembly.Location : typeof(AdapterHost).Assembly.Location);
        foreach (var argument in plan.Kind == "hub" ? (string[])["--urls", plan.Address] : ["--region", plan.Region, "--urls", plan.Address]) start.ArgumentList.Add(argument);
        foreach (var (key, value) in plan.Settings.Select(s => (s.Key, s.Value!)).Concat(Everything(overheard)).Concat(more)) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var part = new WatchedPart(plan, Process.Start(start)!, overheard);
        part.Listen();
        try
        {
            await part.WaitUntilItAnswersAsync();
            return part;
        }
        catch
        {
            await part.DisposeAsync();
            throw;
        }
    }

    /// <summary>The traces and metrics so far.</summary>
    public byte[] Overheard() => SharedFile.Read(overheard);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    // A provider's own rule stands above the programs' filters of frameworks; JSON tells each value and scope of an event.
    private static IEnumerable<(string Key, string Value)> Everything(string overheard) =>
    [
        ("Logging:Console:LogLevel:Default", "Trace"), ("Logging:Console:FormatterName", "json"), ("Logging:Console:FormatterOptions:IncludeScopes", "true"),
        ("DOTNET_STARTUP_HOOKS", typeof(WatchedPart).Assembly.Location), (Overhearing.FileVariable, overheard), ("LC_ALL", "C.UTF-8"),
    ];

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task WaitUntilItAnswersAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await AnswersAsync())
        {
            Assert.False(process.HasExited, Plan.Name + ": " + string.Join('\n', output.TakeLast(40)));
            await beat.WaitForNextTickAsync(patience.Token);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var response = await Http.GetAsync(Plan.Address + "/livez");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
