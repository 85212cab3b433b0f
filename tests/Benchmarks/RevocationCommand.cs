using System.CommandLine;

namespace HealthBao.Benchmarks;

/// <summary>The command line of <c>revocation</c>.</summary>
internal static class RevocationCommand
{
    private static readonly Option<int> Changes = new("--changes") { Description = "How many changes are told and waited for.", DefaultValueFactory = _ => 1000 };
    private static readonly Option<int> AtOnce = new("--at-once") { Description = "How many changes are under way at the same time.", DefaultValueFactory = _ => 4 };
    private static readonly Option<int> Connections = new("--connections") { Description = "Connections that verify other passes all the while.", DefaultValueFactory = _ => 4 };

    public static Task<int> RunAsync(string[] args)
    {
        var command = new RootCommand("From a change at a region's own system to 'superseded' at the hub, with every part as a process of its own; then what one delta costs a list of 110 million passes. Ends with 1 when p99 is a second or more.")
        {
            Changes, AtOnce, Connections,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            LargeList.Measure();
            try
            {
                return await RevocationLatency.RunAsync(parsed.GetValue(Changes), parsed.GetValue(AtOnce), parsed.GetValue(Connections), cancellation);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync("A call took too long: the machine is too busy to measure anything.");
                return 1;
            }
        });
        return command.Parse(args).InvokeAsync();
    }
}
