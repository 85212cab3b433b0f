using System.Text;
using HealthBao.HealthCode.Expiry;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Storage;
using Npgsql;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Expiry;

/// <summary>After 24:00 a search finds nothing of the day.</summary>
public sealed class EndOfDayTests
{
    private static readonly MadeUp[] Seeded = [new("欧阳询问", Contracts.Identity.DocumentType.ResidentId, MadeUp.Nth(77).Number), MadeUp.Zhang, MadeUp.Nth(8)];

    [Fact]
    public async Task Neither_names_nor_numbers_are_found_on_disk_while_the_day_lasts_or_after_it()
    {
        await using var system = await RunningHealthCode.StartAsync();
        await LiveADayAsync(system);
        await DropRefusedFileAsync(system);
        AssertNothingIn(Directory.EnumerateFiles(system.Directory, "*", SearchOption.AllDirectories).Where(p => !p.EndsWith(".refused", StringComparison.Ordinal)));
        await EndDayAsync(system);
        AssertNothingIn(Directory.EnumerateFiles(system.Directory, "*", SearchOption.AllDirectories));
        Assert.DoesNotContain(system.Log.Lines, line => Seeded.Any(p => line.Contains(p.Number, StringComparison.Ordinal) || line.Contains(p.Name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_day_s_store_its_lists_and_its_secret_are_gone_and_a_receipt_says_so()
    {
        await using var system = await RunningHealthCode.StartAsync();
        await LiveADayAsync(system);
        var day = system.Today;
        await EndDayAsync(system);
        Assert.DoesNotContain(Directory.EnumerateFiles(system.Directory), p => Path.GetFileName(p).Contains(day.Compact, StringComparison.Ordinal));
        var receipt = Assert.Single(PurgeTable.All(system.Service<LastingStore>()));
        Assert.Equal((day, (long)Seeded.Length), (receipt.Day, receipt.People));
        Assert.Null(system.Service<FeedsInForce>().Of("central-observation", system.Today));
        Assert.NotNull(system.Service<FeedsInForce>().Of("registration", system.Today));
    }

    [Fact]
    public async Task A_person_is_called_otherwise_tomorrow()
    {
        await using var system = await RunningHealthCode.StartAsync();
        await system.DeliverAllAsync(Seeded);
        var before = (await system.AskAsync(Seeded[0])).GetProperty("data").GetProperty("userUUID").GetString();
        await EndDayAsync(system);
        await system.DeliverAllAsync(Seeded);
        Assert.NotEqual(before, (await system.AskAsync(Seeded[0])).GetProperty("data").GetProperty("userUUID").GetString());
    }

    [Fact]
    public async Task What_was_left_by_a_day_that_ended_while_the_system_was_down_goes_at_the_start()
    {
        var system = await RunningHealthCode.StartAsync();
        await LiveADayAsync(system);
        var (day, directory, clock) = (system.Today, system.Directory, system.Clock);
        await system.DisposeAsync();
        clock.Advance(TimeSpan.FromDays(3));
        await using var again = await RunningHealthCode.StartAsync(directory, clock);
        await again.Service<DayTurn>().TurnAsync();
        Assert.DoesNotContain(Directory.EnumerateFiles(directory), p => Path.GetFileName(p).Contains(day.Compact, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task On_PostgreSQL_a_search_of_every_table_finds_nothing_either()
    {
        await using var database = await ScratchDatabase.MakeAsync();
        await using var system = await RunningHealthCode.StartAsync(settings: database.Settings);
        await LiveADayAsync(system);
        await AssertNothingInAsync(database);
        var day = system.Today;
        await EndDayAsync(system);
        await AssertNothingInAsync(database);
        Assert.DoesNotContain(await database.NamesAsync("SELECT schema_name FROM information_schema.schemata"), s => s.Contains(day.Compact, StringComparison.Ordinal));
        AssertNothingIn(Directory.EnumerateFiles(system.Directory, "*", SearchOption.AllDirectories));
    }

    private static async Task LiveADayAsync(RunningHealthCode system)
    {
        await system.DeliverAllAsync(Seeded, [Observed(Seeded[0])], [AtHome(Seeded[1])], [Row(Seeded[2], "420100", "110000", "20200226", "rail", "declared", "")]);
        await system.AcceptAsync(Of("registration", system.Today, [.. Seeded.Select(p => Row(p, "resident", "110105001002", "20200201")), Row(Seeded[0] with { Number = Seeded[0].Number[..17] + "*" }, "guest", "1", "2")], Gb18030));
        foreach (var person in Seeded) await system.AskAsync(person);
        await system.DoAsync(HttpMethod.Post, "/v1/feeds/registration/rows", RunningHealthCode.Committee, new
        {
            name = Seeded[0].Name,
            documentType = "resident-id",
            documentNumber = Seeded[0].Number,
            category = "resident",
            division = "110105001002",
            at = "2020-03-01T09:00:00+08:00",
        });
    }

    private static async Task DropRefusedFileAsync(RunningHealthCode system)
    {
        var file = Registration(system.Today, Seeded);
        var path = Path.Combine(system.Directory, "inbox", file.Name);
        await File.WriteAllBytesAsync(path, file.Csv);
        await File.WriteAllTextAsync(path + ".ok", "rows=1");
        await system.Service<HealthCode.Feeds.Importing.DropFolder>().LookAsync(CancellationToken.None);
        Assert.True(File.Exists(path + ".refused"));
    }

    private static async Task EndDayAsync(RunningHealthCode system)
    {
        system.Clock.Advance(system.Today.End - system.Clock.GetUtcNow() + TimeSpan.FromSeconds(6));
        await system.Service<DayTurn>().TurnAsync();
        system.Service<HealthCode.Feeds.Importing.DropFolder>().Purge(system.Today);
    }

    private static void AssertNothingIn(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            foreach (var sought in Sought()) Assert.True(bytes.AsSpan().IndexOf(sought) < 0, Path.GetFileName(path));
        }
    }

    private static async Task AssertNothingInAsync(ScratchDatabase database)
    {
        foreach (var table in await database.NamesAsync("SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"))
            foreach (var row in await database.NamesAsync($"SELECT t::text FROM {table} t"))
                foreach (var person in Seeded)
                    foreach (var sought in Sought())
                    {
                        Assert.DoesNotContain(person.Name, row, StringComparison.Ordinal);
                        Assert.DoesNotContain(person.Number, row, StringComparison.Ordinal);
                        Assert.DoesNotContain(Convert.ToHexStringLower(sought), row, StringComparison.Ordinal);
                    }
    }

    private static IEnumerable<byte[]> Sought() =>
        from person in Seeded
        from text in (string[])[person.Name, person.Number]
        from encoding in (Encoding[])[new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode, Gb18030]
        select encoding.GetBytes(text);
}
