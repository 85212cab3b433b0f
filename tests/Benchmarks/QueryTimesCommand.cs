using System.CommandLine;

namespace HealthBao.Benchmarks;

/// <summary>The command line of <c>query-times</c>.</summary>
internal static class QueryTimesCommand
{
    private static readonly Option<int> Queries = new("--queries") { Description = "How many of each sort are asked.", DefaultValueFactory = _ => 1000 };
    private static readonly Option<int> AtOnce = new("--at-once") { Description = "How many queries are under way at the same time.", DefaultValueFactory = _ => 8 };
    private static readonly Option<int?> Floor = new("--floor") { Description = "The hub's floor in milliseconds, 0 for none; its own default when not given." };

    public static Task<int> RunAsync(string[] args)
    {
        var command = new RootCommand("Whether an unknown person and a wrong name can be told apart by the time or the body of a status query's answer, with every part as a process of its own. Ends with 1 when they can.")
        {
            Queries, AtOnce, Floor,
        };
        command.SetAction((parsed, cancellation) => QueryTimes.RunAsync(parsed.GetValue(Queries), parsed.GetValue(AtOnce), parsed.GetValue(Floor), cancellation));
        return command.Parse(args).InvokeAsync();
    }
}
