using HealthBao.Adapters.Settings;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using Npgsql;

namespace HealthBao.Adapters.Tests.Storage;

/// <summary>The same promises over both databases.</summary>
public sealed class DayStoreTests
{
    private const int Block = 64;
    private static readonly ShanghaiDay Day = ShanghaiDay.At(RunningAdapter.Morning);

    public static TheoryData<string> Providers => ["sqlite", "postgres"];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_pass_that_was_handed_out_is_found_again_after_a_crash(string provider)
    {
        var storage = Open(provider);
        var store = DayStore.Open(storage, Day, Block, out var made);
        Assert.True(made);
        var claim = ClaimOf(store, "subject", "G");
        var pass = PassOf(await store.TakeIndexAsync());
        Assert.Same(pass, await store.RecordAsync(claim, pass));

        // The crash: nobody closes the first store.
        await using var again = DayStore.Open(storage, Day, Block, out made);
        Assert.False(made);
        Assert.Equal(store.Key.Kid, again.Key.Kid);
        Assert.Equal(pass, again.FindByCode(claim.Code!));
        Assert.Equal(pass, again.FindSame(claim));
        Assert.NotEqual(pass.Index, await again.TakeIndexAsync());
        await store.DisposeAsync();
        storage.DropDay(Day);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Places_are_never_given_out_twice_not_by_many_at_once_and_not_after_a_crash(string provider)
    {
        var storage = Open(provider);
        var crashed = DayStore.Open(storage, Day, Block, out _);
        var before = await Task.WhenAll(Enumerable.Range(0, 600).Select(_ => crashed.TakeIndexAsync()));
        await using var again = DayStore.Open(storage, Day, Block, out _);
        var after = await Task.WhenAll(Enumerable.Range(0, 600).Select(_ => again.TakeIndexAsync()));
        Assert.Equal(1200, before.Concat(after).Distinct().Count());
        Assert.All(after, i => Assert.True(i < again.Status.Snapshot().List.Count - Block));
        await crashed.DisposeAsync();
        storage.DropDay(Day);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Many_at_once_with_one_answer_get_one_pass(string provider)
    {
        var storage = Open(provider);
        await using var store = DayStore.Open(storage, Day, Block, out _);
        var claim = ClaimOf(store, "subject", "G");
        var passes = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => store.RecordAsync(claim, PassOf(n))));
        Assert.Single(passes.Distinct());
        Assert.Equal(1, store.CountPasses());
        storage.DropDay(Day);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Another_answer_supersedes_and_an_answer_from_before_is_stale(string provider)
    {
        var storage = Open(provider);
        await using var store = DayStore.Open(storage, Day, Block, out _);
        var early = ClaimOf(store, "subject", "G");
        await store.RecordAsync(early, PassOf(1));
        await store.RecordAsync(ClaimOf(store, "subject", "R"), PassOf(2));
        Assert.Null(await store.RecordAsync(early, PassOf(3)));
        Assert.Equal((1, 1), (store.Status.Snapshot().List.Marked.Single(), store.Status.Snapshot().Version));
        Assert.Equal(PassState.Superseded, store.Status.Snapshot().List.StateOf(1));
        var change = new ChangeClaim(early.Subject, null, PassState.Suspended, store.Tags.Told("change"), null);
        var standing = await store.FindStandingAsync(change);
        Assert.Equal([2], standing.Indexes);
        await store.ApplyAsync(change, standing.Indexes, 7);
        Assert.Equal(PassState.Suspended, store.Status.Snapshot().List.StateOf(2));
        Assert.Equal((1, 7L), ((await store.FindStandingAsync(change)).Told!.Passes, (await store.FindStandingAsync(change)).Told!.Record));
        Assert.Null(store.FindByCode(early.Code!));
        storage.DropDay(Day);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_dropped_day_is_gone_and_begins_anew(string provider)
    {
        var storage = Open(provider);
        var store = DayStore.Open(storage, Day, Block, out _);
        await store.RecordAsync(ClaimOf(store, "subject", "G"), PassOf(1));
        Assert.Contains(Day, storage.Days());
        await store.DisposeAsync();
        storage.DropDay(Day);
        Assert.DoesNotContain(Day, storage.Days());
        await using var anew = DayStore.Open(storage, Day, Block, out var made);
        Assert.True(made);
        Assert.Equal(0, anew.CountPasses());
        storage.DropDay(Day);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public void What_outlives_the_day_is_read_back(string provider)
    {
        using var store = new AdapterStore(Open(provider));
        var ticket = new CorrectionTicket(Guid.NewGuid().ToString("N"), "not-held", RunningAdapter.Morning, Day.Next.Start.AddHours(18), "open");
        store.Add(ticket);
        Assert.Equal(ticket, store.FindCorrection(ticket.Ticket));
        Assert.Null(store.FindCorrection("another"));
    }

    [SkippableFact]
    public async Task The_whole_service_runs_on_PostgreSQL()
    {
        await using var adapter = await RunningAdapter.StartAsync(settings: [("Storage:Provider", "postgres"), ("Storage:ConnectionString", Postgres())]);
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated(subject: Guid.NewGuid().ToString("N")));
        var code = "EX:" + Guid.NewGuid().ToString("N");
        Assert.Equal((await adapter.PassAsync(code)).GetRawText(), (await adapter.PassAsync(code)).GetRawText());
    }

    private static IStorage Open(string provider) => provider == "sqlite"
        ? new SqliteStorage(new DataFolder(Directory.CreateTempSubdirectory("day-store-").FullName))
        : new PostgresStorage(Postgres(), Random.Shared.Next(100000, 999999).ToString());

    private static string Postgres()
    {
        var connectionString = Environment.GetEnvironmentVariable("HEALTHBAO_POSTGRES");
        Skip.If(string.IsNullOrEmpty(connectionString), "HEALTHBAO_POSTGRES holds no connection string.");
        return new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 20 }.ToString();
    }

    private static PassClaim ClaimOf(DayStore store, string subject, string says) =>
        new(store.Tags.Subject(subject), store.Tags.Says(says), RunningAdapter.Morning, store.Epoch, store.Tags.Code("code"), null);

    private static IssuedPass PassOf(int index) =>
        new(Day, index, new SignedPass($"api.{index}", $"card.{index}"), HealthStatus.NoAbnormality, "system", "G", RunningAdapter.Morning);
}
