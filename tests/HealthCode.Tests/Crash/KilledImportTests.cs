using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Feeds;

namespace HealthBao.HealthCode.Tests.Crash;

/// <summary>Killed at any point of an import, a system says what the file before says of everybody, or what the new one says: never a mixture, never green from half a list.</summary>
public sealed class KilledImportTests
{
    private const int People = 3000;

    // Everybody of the file before is a resident, everybody of the new one a commuter; the list before names the first half, the new one the second, too.
    private static readonly MadeUp[] All = [.. Enumerable.Range(0, People).Select(MadeUp.Nth)];

    // HEALTHBAO_KILLS asks for another number; 50 of each take some five minutes.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("HEALTHBAO_KILLS") ?? "10", System.Globalization.CultureInfo.InvariantCulture);

    [SkippableFact]
    public Task Kills_on_SQLite() => KillAsync([]);

    [SkippableFact]
    public async Task Kills_on_PostgreSQL()
    {
        await using var database = await ScratchDatabase.MakeAsync();
        await KillAsync(database.Settings);
    }

    private static async Task KillAsync((string Key, string Value)[] settings)
    {
        var day = ShanghaiDay.At(TimeProvider.System.GetUtcNow());
        Skip.If(day.End - TimeProvider.System.GetUtcNow() < TimeSpan.FromMinutes(20), "The day is about to end; lists end with it.");
        var clock = new SetClock(TimeProvider.System.GetUtcNow());
        (string, string)[] all = [.. settings, ("Feeds:MassChange", "10000")];
        var system = await RunningHealthCode.StartAsync(null, clock, all);
        var directory = system.Directory;
        await system.AcceptAsync(FeedFile.Home(day));
        await system.AcceptAsync(FeedFile.Trips(day));
        await system.AcceptAsync(Register(day, "resident"));
        await system.AcceptAsync(List(day, People / 2));
        await system.DisposeAsync();
        var (random, seen) = (new Random(20200301), new HashSet<string>());
        // At least until kills before and after the switch were both seen.
        for (var round = 0; round < Kills || (seen.Count < 2 && round < 5 * Kills); round++)
        {
            Drop(directory, Register(day, round % 2 == 0 ? "commuter" : "resident"));
            Drop(directory, List(day, round % 2 == 0 ? People : People / 2));
            await RunAndKillAsync(directory, all, random);
            await using var again = await RunningHealthCode.StartAsync(directory, clock, [.. all, ("Feeds:DropFolder", Path.Combine(directory, "nothing"))]);
            seen.Add(await JudgeAsync(again));
        }

        Assert.True(seen.Count > 1, string.Join(", ", seen));
        Directory.Delete(directory, recursive: true);
    }

    private static async Task RunAndKillAsync(string directory, (string Key, string Value)[] settings, Random random)
    {
        using var process = ImportingProcess.Start(directory, settings);
        var inbox = Path.Combine(directory, "inbox");
        var files = Directory.EnumerateFiles(inbox, "*.ok").Count();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        // From the first sign that a row is on its way on: the spool, a generation that is built, a file that is done.
        while (!process.HasEnded && !Directory.EnumerateFiles(directory, "*.part").Any() && !Directory.EnumerateFiles(directory, "*.spool").Any() && Directory.EnumerateFiles(inbox, "*.ok").Count() == files && random.Next(400) > 0)
            await Task.Delay(2, patience.Token);
        var until = System.Diagnostics.Stopwatch.StartNew();
        var wait = random.NextDouble() * 400;
        while (until.Elapsed.TotalMilliseconds < wait) Thread.SpinWait(200);
        await process.KillAsync();
    }

    // Of the register: all residents or all commuters. Of the list: the first half is red in any case; of the second half all are, or none is.
    private static async Task<string> JudgeAsync(RunningHealthCode system)
    {
        var rules = new string[People];
        await Parallel.ForEachAsync(Enumerable.Range(0, People), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) => rules[n] = (await system.DetermineAsync(All[n])).Rule.Id);
        var register = system.Service<FeedsInForce>().Of("registration", system.Today)!;
        var second = rules.Skip(People / 2).Distinct().ToArray();
        Assert.Equal(["central-observation"], rules.Take(People / 2).Distinct());
        var rule = Assert.Single(second);
        Assert.Contains(rule, (string[])["registered", "commuter", "central-observation", "central-dropped"]);
        Assert.Equal(People, register.People);
        return rule;
    }

    private static FeedFile Register(ShanghaiDay day, string category) =>
        FeedFile.Of("registration", day, All.Select(p => FeedFile.Row(p, category, "110105001002", day.Previous.Compact)));

    private static FeedFile List(ShanghaiDay day, int people) => FeedFile.Central(day, All.Take(people).Select(p => FeedFile.Observed(p, day.Previous.Compact)));

    private static void Drop(string directory, FeedFile file)
    {
        var path = Path.Combine(directory, "inbox", file.Name);
        File.WriteAllBytes(path, file.Csv);
        File.WriteAllText(path + ".ok", file.Ok);
    }
}
