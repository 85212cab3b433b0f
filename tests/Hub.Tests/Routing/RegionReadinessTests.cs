using HealthBao.Contracts.Status;

namespace HealthBao.Hub.Tests.Routing;

public sealed class RegionReadinessTests
{
    [Fact]
    public async Task From_eight_in_the_evening_a_region_without_a_key_of_tomorrow_is_named()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.StartAsync("110000", hub.Clock);
        (await beijing.AskToJoinAsync(hub)).EnsureSuccessStatusCode();
        (await beijing.ApproveAsync(hub)).EnsureSuccessStatusCode();
        (await FakeRegion.PostJwtAsync(hub, "/v1/trust/keys", beijing.StatementOfTodayOnly())).EnsureSuccessStatusCode();
        await ReadsAsync(hub, "ready");

        hub.Clock.Advance(beijing.Today.Start.AddHours(20) - hub.Clock.GetUtcNow());
        await ReadsAsync(hub, "no key of tomorrow");

        (await beijing.StateKeysAsync(hub)).EnsureSuccessStatusCode();
        await ReadsAsync(hub, "ready");
    }

    [Fact]
    public async Task A_status_list_older_than_a_destination_takes_is_named()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        beijing.Adapter.OnStatusList = http => FakeAdapter.AnswerAsync(http, 500, "{}");
        hub.Clock.Advance(TimeSpan.FromMinutes(31));
        await ReadsAsync(hub, "status list too old");
        Assert.True(ShanghaiDay.At(hub.Clock.GetUtcNow()) == beijing.Today);
    }

    private static Task ReadsAsync(RunningHub hub, string state) =>
        Eventually.IsTrueAsync(() => hub.SaysAsync("110000", state));
}
