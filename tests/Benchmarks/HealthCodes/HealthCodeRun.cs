using System.Diagnostics;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Feeds.Importing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HealthBao.Benchmarks.HealthCodes;

/// <summary>One run: the files are written, imported, asked about while a second generation is switched in, and purged.</summary>
internal static class HealthCodeRun
{
    private const string Day = "20200301";
    private static readonly ShanghaiDay Today = ShanghaiDay.TryParseCompact(Day, out var day) ? day : default;

    public static async Task<int> RunAsync(int rows, int listed, bool onPostgres, string? data)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("healthcode-bench-").FullName;
        Directory.CreateDirectory(folder);
        var clock = new SetClock(Today.Start.AddHours(9));
        await using var database = onPostgres ? await ScratchDatabase.MakeAsync() : null;
        var (register, list, home, trips) = WriteFiles(folder, rows, listed);
        Console.WriteLine($"{(onPostgres ? "PostgreSQL" : "SQLite")}, {Environment.ProcessorCount} cores, {rows:n0} registered, {listed:n0} listed; register {new FileInfo(register).Length / 1e6:n0} MB");
        await using (var app = Build(folder, clock, database))
        {
            await app.StartAsync();
            foreach (var path in new[] { list, home, trips }) await ImportAsync(app, path);
            await ImportAsync(app, register);
            var memory = new PeakMemory();
            await LookUpAsync(app, rows, "while nothing else runs");
            await SwitchUnderQuestionsAsync(app, register, rows);
            memory.Tell();
            Console.WriteLine($"  on disk {StoreBytes(folder, database) / (double)rows:n1} bytes a registered person");
            await PurgeAsync(app, clock);
            await app.StopAsync();
        }

        if (data is null) Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static (string Register, string List, string Home, string Trips) WriteFiles(string folder, int rows, int listed)
    {
        var files = Path.Combine(folder, "files");
        Directory.CreateDirectory(files);
        return (
            PeopleFile.Write(files, Feed.Find("registration")!, Today, rows, n => $"resident,1101{(n % 5) + 5:00}001{n % 900:000},20200201090000"),
            PeopleFile.Write(files, Feed.Find("central-observation")!, Today, listed, _ => "observed,cdc-list,20200229120000,110000/CDC"),
            PeopleFile.Write(files, Feed.Find("home-observation")!, Today, 100, n => $"observed,community-report,20200225,20200310,110105001{n:000}/COMMUNITY"),
            PeopleFile.Write(files, Feed.Find("trips")!, Today, 100, _ => "420100,110000,20200225,rail,verified,110105001002/COMMUNITY"));
    }

    private static WebApplication Build(string folder, TimeProvider clock, ScratchDatabase? database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HealthCode:DataDirectory"] = Path.Combine(folder, "store"),
            ["Storage:Provider"] = database is null ? "sqlite" : "postgres",
            ["Storage:ConnectionString"] = database?.ConnectionString,
        });
        return HealthCodeApp.Build(builder);
    }

    private static async Task<ImportReport> ImportAsync(WebApplication app, string path)
    {
        var import = app.Services.GetRequiredService<FeedImport>();
        var name = Path.GetFileName(path);
        if (!FeedFileName.TryRead(name, "110000", out var feed, out var day)) throw new InvalidOperationException(name);
        await using var csv = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, useAsync: false);
        var (watch, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var phases = new PhaseWatch(() => import.Running.GetValueOrDefault(feed.Code)?.Phase);
        var report = await Task.Run(() => import.TakeAsync(new(feed, day, name, csv, () => Task.FromResult<Stream?>(File.OpenRead(path + ".ok")), null, csv.Length, () => true), CancellationToken.None));
        var spent = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        if (!report.Accepted) throw new InvalidOperationException($"{name} was refused: {report.Refusal}");
        Console.WriteLine($"  {feed.Code}: {report.Rows:n0} rows in {watch.Elapsed.TotalSeconds:n1} s = {report.Rows / watch.Elapsed.TotalSeconds:n0} rows/s ({phases.End()}; CPU {spent.TotalSeconds:n1} s; {report.Stored:n0} people, {report.Held.Sum(h => h.People):n0} held)");
        return report;
    }

    private static async Task LookUpAsync(WebApplication app, int rows, string when)
    {
        const int Questions = 20_000;
        var determine = app.Services.GetRequiredService<DetermineStatus>();
        var (times, random) = (new double[Questions], new Random(1));
        for (var i = -1000; i < Questions; i++)
        {
            var (name, document) = Person(random.Next(rows));
            var start = Stopwatch.GetTimestamp();
            var said = await determine.OfAsync(name, document);
            if (i >= 0) times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (said.Rule.Id is "not-held" or "source-late") throw new InvalidOperationException($"Wrong: {said.Rule.Id}");
        }

        Array.Sort(times);
        Console.WriteLine($"  determination {when}: p50 {times[Questions / 2]:n3} ms, p99 {times[Questions * 99 / 100]:n3} ms, p99.9 {times[Questions * 999 / 1000]:n3} ms, most {times[^1]:n1} ms");
    }

    // The same register again, as a new generation, while somebody asks all the time.
    private static async Task SwitchUnderQuestionsAsync(WebApplication app, string register, int rows)
    {
        using var stop = new CancellationTokenSource();
        var determine = app.Services.GetRequiredService<DetermineStatus>();
        var asking = Task.Run(async () =>
        {
            var (asked, wrong, longest, random) = (0L, 0L, 0.0, new Random(2));
            while (!stop.IsCancellationRequested)
            {
                var (name, document) = Person(random.Next(rows));
                var start = Stopwatch.GetTimestamp();
                var said = await determine.OfAsync(name, document);
                longest = Math.Max(longest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                asked++;
                if (said.Rule.Id is "not-held" or "source-late") wrong++;
                await Task.Delay(1);
            }

            return $"{asked:n0} questions, {wrong} wrong answers, the longest {longest:n1} ms";
        });
        await ImportAsync(app, register);
        await stop.CancelAsync();
        Console.WriteLine($"  during that import and its switch: {await asking}");
    }

    private static async Task PurgeAsync(WebApplication app, SetClock clock)
    {
        clock.Now = Today.End.AddSeconds(6);
        var watch = Stopwatch.StartNew();
        await app.Services.GetRequiredService<HealthCode.Expiry.DayTurn>().TurnAsync();
        Console.WriteLine($"  purge of the day: {watch.Elapsed.TotalMilliseconds:n0} ms");
    }

    private static (PersonName Name, IdentityDocument Document) Person(int n)
    {
        PersonName.TryCreate(PeopleFile.NameOf(n), out var name);
        IdentityDocument.TryCreate(DocumentType.ResidentId, PeopleFile.NumberOf(n), out var document);
        return (name!, document!);
    }

    private static long StoreBytes(string folder, ScratchDatabase? database) =>
        database?.Bytes() ?? Directory.EnumerateFiles(Path.Combine(folder, "store")).Sum(f => new FileInfo(f).Length);
}
