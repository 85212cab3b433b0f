using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;

namespace HealthBao.Hub.Tests.Revocation;

public sealed class StatusListTests : IAsyncLifetime
{
    private RunningHub hub = null!;
    private FakeRegion beijing = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync(settings: ("Hub:RegionTimeoutSeconds", "2"));
        beijing = await FakeRegion.JoinAsync(hub, "110000");
    }

    public async Task DisposeAsync()
    {
        await beijing.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Theory]
    [InlineData(PassState.Superseded, "superseded")]
    [InlineData(PassState.Suspended, "suspended")]
    public async Task A_change_that_the_region_tells_counts_though_the_clock_stands(PassState state, string reason)
    {
        var says = beijing.Says();
        var pass = beijing.Sign(says).Api;
        Expect.Verdict(await hub.VerifyAsync(pass), "admit", null);
        await Eventually.IsTrueAsync(() => beijing.Adapter.Listeners > 0);
        beijing.Adapter.TellChange(says.StatusIndex, state);
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(pass), "reason") == reason);
    }

    [Fact]
    public async Task A_change_that_nobody_tells_counts_when_the_list_is_due()
    {
        beijing.Adapter.Changes.IsMute = true;
        var says = beijing.Says();
        var pass = beijing.Sign(says).Api;
        beijing.Adapter.Set(says.StatusIndex, PassState.Superseded);
        hub.Clock.Advance(TimeSpan.FromSeconds(60));
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(pass), "reason") == "superseded");
    }

    [Fact]
    public async Task A_list_older_than_the_destination_allows_admits_nobody()
    {
        beijing.Adapter.Changes.IsMute = true;
        var pass = beijing.Pass().Api;
        beijing.Adapter.OnStatusList = http => FakeAdapter.AnswerAsync(http, 503, "");
        hub.Clock.Advance(TimeSpan.FromMinutes(30));
        Expect.Verdict(await hub.VerifyAsync(pass), "admit", null);
        hub.Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await hub.VerifyAsync(pass);
        Expect.Verdict(answer, "cannot-tell", "status-unknown");
        Assert.Equal("2026-03-01T09:00:00+08:00", Expect.Text(answer, "statusListAsOf"));

        beijing.Adapter.OnStatusList = null;
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(pass), "verdict") == "admit");
    }

    [Fact]
    public async Task An_older_list_never_replaces_a_newer_one()
    {
        beijing.Adapter.Changes.IsMute = true;
        var says = beijing.Says();
        beijing.Adapter.Set(says.StatusIndex, PassState.Superseded);
        hub.Clock.Advance(TimeSpan.FromSeconds(60));
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(beijing.Sign(says).Api), "reason") == "superseded");
        var old = RunningHub.Morning;
        var served = 0;
        beijing.Adapter.OnStatusList = http =>
        {
            Interlocked.Increment(ref served);
            return FakeAdapter.AnswerAsync(http, 200, StatusListToken.Sign(new(beijing.Issuer, beijing.Today, new(new byte[64]), old, TimeSpan.FromSeconds(60)), beijing.TodaysKey));
        };
        hub.Clock.Advance(TimeSpan.FromSeconds(60));
        await Eventually.IsTrueAsync(() => Volatile.Read(ref served) > 1);
        Expect.Verdict(await hub.VerifyAsync(beijing.Sign(says).Api), "cannot-tell", "superseded");
    }

    [Fact]
    public async Task At_midnight_a_pass_is_over_to_the_second_and_the_new_days_list_is_fetched()
    {
        var end = beijing.Today.End;
        var old = beijing.Pass().Api;
        hub.Clock.SetUtcNow(end.AddSeconds(-1));
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(old), "verdict") == "admit");
        hub.Clock.SetUtcNow(end);
        Expect.Verdict(await hub.VerifyAsync(old), "cannot-tell", "expired");
        var fresh = beijing.Sign(beijing.Says() with { AsOf = end }).Api;
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(fresh), "verdict") == "admit");
        Assert.Equal("2026-03-03T00:00:00+08:00", Expect.Text(await hub.VerifyAsync(fresh), "validUntil"));
    }

    [Fact]
    public async Task After_midnight_the_hub_listens_to_the_new_days_changes()
    {
        await Eventually.IsTrueAsync(() => beijing.Adapter.Listeners > 0);
        hub.Clock.SetUtcNow(beijing.Today.End);
        var path = $"/status/{beijing.Today.Compact}/changes";
        await Eventually.IsTrueAsync(() => beijing.Adapter.Received.Any(c => c.Path == path));
    }

    [Fact]
    public async Task A_region_that_comes_back_is_listened_to_again()
    {
        await Eventually.IsTrueAsync(() => beijing.Adapter.Listeners > 0);
        await beijing.Adapter.StopAsync();
        await beijing.Adapter.StartAsync();
        await Eventually.IsTrueAsync(() => beijing.Adapter.Listeners > 0);
    }
}
