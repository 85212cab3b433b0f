using System.Globalization;
using System.Text.Json;

namespace HealthBao.Sandbox.Composition;

/// <summary>The other end of <see cref="ProcessPart"/>: reads its plan, serves, follows the clock and stops when its input ends.</summary>
internal static class PartProcess
{
    public static async Task<int> RunAsync()
    {
        if (await Console.In.ReadLineAsync() is not { } line || JsonSerializer.Deserialize<PartPlan>(line) is not { } plan)
        {
            await Console.Error.WriteLineAsync("'part' is started by the sandbox itself, which writes a plan to its standard input.");
            return 2;
        }

        var clock = new ShiftedClock();
        if (await Console.In.ReadLineAsync() is { } first) clock.Set(Instant(first));
        await using var app = PartHost.Build(plan, clock);
        await app.StartAsync();
        while (await Console.In.ReadLineAsync() is { } instant) clock.Set(Instant(instant));
        await app.StopAsync();
        return 0;
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
