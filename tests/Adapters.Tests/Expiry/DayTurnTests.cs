using HealthBao.Adapters.Expiry;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Storage;
using HealthBao.Adapters.Tests.Issuing;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Tests.Expiry;

public sealed class DayTurnTests
{
    private static readonly ShanghaiDay Day = ShanghaiDay.At(RunningAdapter.Morning);

    [Fact]
    public async Task At_24_00_the_next_pass_is_signed_by_the_key_that_was_published_the_day_before()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        var old = (await adapter.PassAsync("EX:one")).GetProperty("pass").GetString()!;
        var trustOfTheEve = adapter.Trust().FindRegion("990001")!.Listed.Keys;
        adapter.Clock.SetUtcNow(Day.End);
        var fresh = (await adapter.PassAsync("EX:one")).GetProperty("pass").GetString()!;
        var verified = await PassTests.VerifyAsync(adapter, fresh);
        Assert.Equal(PassRejection.None, verified.Rejection);
        Assert.Equal(Day.Next, verified.Statement!.Day);
        Assert.Contains(trustOfTheEve, k => k.NotBefore == Day.Next.Start && k.Jwk.Thumbprint == adapter.Service<DayKeys>().Today.Key.Kid);
        Assert.Equal(PassRejection.Expired, (await PassTests.VerifyAsync(adapter, old)).Rejection);
    }

    [Fact]
    public async Task A_day_that_is_over_is_gone_with_its_file_and_its_key_and_a_receipt_stays()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        await adapter.PassAsync("EX:one");
        var file = Path.Combine(adapter.Directory, "day-20260301.db");
        Assert.True(File.Exists(file));
        adapter.Clock.SetUtcNow(Day.End.AddSeconds(6));
        await adapter.Service<DayTurn>().TurnAsync();
        Assert.Empty(Directory.EnumerateFiles(adapter.Directory, "day-20260301*"));
        Assert.Equal(new PurgeReceipt(Day, Day.End.AddSeconds(6), 1), Assert.Single(adapter.Service<AdapterStore>().Purges()));
        Assert.Contains(adapter.Log.Lines, l => l.Contains("4001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_public_day_key_stays_listed_for_24_hours_after_its_day()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        var kid = adapter.Service<DayKeys>().Today.Key.Kid;
        adapter.Clock.SetUtcNow(Day.Next.End.AddSeconds(-1));
        await adapter.Service<DayTurn>().TurnAsync();
        Assert.Contains(kid, await adapter.Http.GetStringAsync("/.well-known/jwks.json"), StringComparison.Ordinal);
        adapter.Clock.SetUtcNow(Day.Next.End);
        Assert.DoesNotContain(kid, await adapter.Http.GetStringAsync("/.well-known/jwks.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_left_behind_by_a_process_that_slept_is_dropped_at_the_start()
    {
        var first = await RunningAdapter.StartAsync();
        await first.DisposeAsync();
        var clock = first.Clock;
        clock.SetUtcNow(Day.End.AddDays(3));
        await using var second = await RunningAdapter.StartAsync(first.Directory, clock);
        await second.Service<DayTurn>().TurnAsync();
        Assert.Equal(["day-20260305.db", "day-20260306.db"], Directory.EnumerateFiles(first.Directory, "day-*.db").Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Tomorrow_s_key_is_published_today()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        var listed = adapter.Trust().FindRegion("990001")!.Listed.Keys;
        Assert.Equal([Day.Start, Day.Next.Start], listed.Select(k => k.NotBefore));
    }
}
