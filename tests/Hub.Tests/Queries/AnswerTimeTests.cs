using HealthBao.Contracts.Status;
using HealthBao.Hub.Queries;
using HealthBao.Hub.Tests.Audit;
using HealthBao.Hub.Tests.Limits;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Hub.Tests.Queries;

public sealed class AnswerTimeTests
{
    [Theory]
    [InlineData(0, 1000)]
    [InlineData(1, 1000)]
    [InlineData(700, 1000)]
    [InlineData(999, 1000)]
    [InlineData(1001, 2000)]
    [InlineData(4200, 5000)]
    public void Whatever_the_region_took_an_answer_leaves_at_the_floor_or_a_multiple_of_it(int taken, int leaves)
    {
        var clock = new FakeTimeProvider();
        var time = new AnswerTime(Options.Create(new QueryOptions { FloorMilliseconds = 1000 }), clock);
        var since = time.Now();
        clock.Advance(TimeSpan.FromMilliseconds(taken));
        var wait = time.WaitAsync(since, default);
        clock.Advance(TimeSpan.FromMilliseconds(leaves - taken - 1));
        Assert.False(wait.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(wait.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(1000, 1000)]
    [InlineData(1000, 3000)]
    [InlineData(0, 1234)]
    public void An_answer_that_is_due_does_not_wait_and_without_a_floor_none_does(int floor, int taken)
    {
        var clock = new FakeTimeProvider();
        var time = new AnswerTime(Options.Create(new QueryOptions { FloorMilliseconds = floor }), clock);
        var since = time.Now();
        clock.Advance(TimeSpan.FromMilliseconds(taken));
        Assert.True(time.WaitAsync(since, default).IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(700)]
    [InlineData(1700)]
    public async Task Over_HTTP_no_answer_comes_before_its_time_and_it_is_recorded_before(int taken)
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Queries:FloorMilliseconds", "1000"));
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        beijing.Adapter.AnswerQueries(() =>
        {
            hub.Clock.Advance(TimeSpan.FromMilliseconds(taken));
            return new(HealthStatus.NotHeld, null, null, null);
        });
        await hub.TokenAsync(TestPartner.Gate);
        var start = hub.Clock.GetUtcNow();
        var answer = hub.QueryAsync();
        await Eventually.IsTrueAsync(async () => (await hub.EntriesAsync("?kind=status-query")).Count == 1);
        Assert.False(answer.IsCompleted);
        await Eventually.IsTrueAsync(() =>
        {
            if (!answer.IsCompleted) hub.Clock.Advance(TimeSpan.FromMilliseconds(50));
            return answer.IsCompleted;
        });
        (await answer).EnsureSuccessStatusCode().Dispose();
        Assert.True(hub.Clock.GetUtcNow() - start >= TimeSpan.FromSeconds(taken < 1000 ? 1 : 2));
    }

    [Fact]
    public async Task Queries_above_the_room_for_them_are_told_to_come_again_and_cost_nothing()
    {
        await using var hub = await RunningHub.StartAsync(settings: [("Queries:FloorMilliseconds", "1000"), ("Queries:AtOnce", "1"), ("Limits:QueryBudget", "2")]);
        await using var beijing = await hub.JoinWithoutPeopleAsync();
        var first = hub.QueryAsync();
        await Eventually.IsTrueAsync(async () => (await hub.EntriesAsync("?kind=status-query")).Count == 1);
        using (var refused = await hub.QueryAsync()) await Expect.ProblemAsync(refused, System.Net.HttpStatusCode.ServiceUnavailable, "unavailable");
        await Eventually.IsTrueAsync(() =>
        {
            hub.Clock.Advance(TimeSpan.FromMilliseconds(50));
            return first.IsCompleted;
        });
        (await first).EnsureSuccessStatusCode().Dispose();
        Assert.Contains("\"query-budget\";r=1;", (await first).Field("RateLimit"), StringComparison.Ordinal);
    }
}
