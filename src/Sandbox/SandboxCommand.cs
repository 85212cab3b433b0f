using System.CommandLine;
using System.Globalization;
using HealthBao.Sandbox.Composition;

namespace HealthBao.Sandbox;

/// <summary>The command line: starts the sandbox, prints where everything is, and stops cleanly on Ctrl-C.</summary>
internal static class SandboxCommand
{
    private static readonly Option<string> PortBase = new("--port-base") { Description = "Shift every port by this much; 'auto' finds a free shift.", DefaultValueFactory = _ => "0" };
    private static readonly Option<int> People = new("--people") { Description = "Made-up citizens beside the cast that sandbox.json lists.", DefaultValueFactory = _ => 200 };
    private static readonly Option<string> Data = new("--data") { Description = "Where everything is kept.", DefaultValueFactory = _ => Path.Combine("data", "sandbox") };
    private static readonly Option<string?> Clock = new("--clock") { Description = "Start the shared clock at this instant, for example 2026-03-01T09:00:00+08:00; it runs on from there." };
    private static readonly Option<bool> Separate = new("--separate") { Description = "Run every part as a process of its own." };
    private static readonly Option<bool> Limits = new("--limits") { Description = "Limit travellers and partners as in production." };
    private static readonly Option<string?> Postgres = new("--postgres") { Description = "Keep everything in this PostgreSQL database (connection string) instead of SQLite files." };

    public static async Task<int> RunAsync(string[] args)
    {
        var command = new RootCommand("HealthBao on one machine: the hub, the adapters of Beijing, Tianjin and Hebei, and made-up systems and citizens behind them.")
        {
            PortBase, People, Data, Clock, Separate, Limits, Postgres,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (Read(parsed) is not { } options) return 2;
            return await ServeAsync(options, cancellation);
        });
        return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
    }

    private static SandboxOptions? Read(ParseResult parsed)
    {
        DateTimeOffset? clock = null;
        if (parsed.GetValue(Clock) is { } text)
        {
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            {
                Console.Error.WriteLine("--clock must be an instant such as 2026-03-01T09:00:00+08:00.");
                return null;
            }

            clock = instant;
        }

        var shift = parsed.GetValue(PortBase);
        if (shift != "auto" && (!int.TryParse(shift, CultureInfo.InvariantCulture, out var number) || number is < -7000 or > 57000))
        {
            Console.Error.WriteLine("--port-base must be a number between -7000 and 57000, or 'auto'.");
            return null;
        }

        return new()
        {
            PortBase = shift == "auto" ? FreePorts.FindShift() : int.Parse(shift!, CultureInfo.InvariantCulture),
            People = parsed.GetValue(People),
            Data = parsed.GetValue(Data)!,
            Clock = clock,
            Separate = parsed.GetValue(Separate),
            Limits = parsed.GetValue(Limits),
            Postgres = parsed.GetValue(Postgres),
        };
    }

    private static async Task<int> ServeAsync(SandboxOptions options, CancellationToken cancellation)
    {
        if (FreePorts.FirstTaken(options.PortBase) is { } taken)
        {
            await Console.Error.WriteLineAsync($"Port {taken} is in use. Stop what uses it, or start with --port-base 1000 (or auto).");
            return 1;
        }

        Console.WriteLine("HealthBao sandbox: starting hub, adapters and the regions' own systems …");
        try
        {
            await using var sandbox = await RunningSandbox.StartAsync(options, cancellation);
            Welcome.Print(sandbox);
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Console.WriteLine("Stopping …");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Console.WriteLine("Stopped while starting.");
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"Not every region was ready within {options.StartPatience.TotalSeconds:F0} s; the machine may be too busy. Nothing runs any more.");
            return 1;
        }

        return 0;
    }
}
