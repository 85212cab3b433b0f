using System.Net;
using HealthBao.Hub.Tests.Audit;
using HealthBao.Hub.Tests.Limits;

namespace HealthBao.Hub.Tests.Partners;

public sealed class TokenLimitTests
{
    [Theory]
    [InlineData("TokenLimits:PerAddress")]
    [InlineData("TokenLimits:Total")]
    public async Task A_flood_of_assertions_is_refused_before_it_is_read_or_recorded(string limit)
    {
        await using var hub = await RunningHub.StartAsync(settings: (limit, "5"));
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.Unauthorized, await ForgeAsync(hub));
        for (var i = 0; i < 20; i++)
        {
            using var refused = await hub.Http.PostAsync("/v1/token", TestPartner.Form(TestPartner.Gate.Assertion(hub.Clock.GetUtcNow(), key: TestPartner.Scanner.Key)));
            await Expect.ProblemAsync(refused, HttpStatusCode.TooManyRequests, "too-many-requests");
            Assert.Equal("60", refused.Field("Retry-After"));
        }

        hub.Clock.Advance(TimeSpan.FromSeconds(61));
        var entries = await hub.EntriesAsync("?kind=token-refused");
        Assert.Equal(5, entries.Sum(e => e.TryGetProperty("count", out var count) ? count.GetInt32() : 1));
    }

    [Fact]
    public async Task Like_refusals_within_a_minute_are_two_entries_the_second_with_their_number()
    {
        await using var hub = await RunningHub.StartAsync();
        for (var i = 0; i < 50; i++) await ForgeAsync(hub);
        var first = Assert.Single(await hub.EntriesAsync("?kind=token-refused"));
        Assert.Equal("unknown key", Expect.Text(first, "note"));
        Assert.Single(hub.Log.Lines, l => l.StartsWith("Warning 1301 ", StringComparison.Ordinal));

        hub.Clock.Advance(TimeSpan.FromSeconds(61));
        await Eventually.IsTrueAsync(async () => (await hub.EntriesAsync("?kind=token-refused")).Count == 2);
        var second = (await hub.EntriesAsync("?kind=token-refused"))[1];
        Assert.Equal((49, "unknown key"), (second.GetProperty("count").GetInt32(), Expect.Text(second, "note")));
    }

    [Fact]
    public async Task What_was_counted_is_recorded_when_the_hub_stops()
    {
        var hub = await RunningHub.StartAsync();
        for (var i = 0; i < 5; i++) await ForgeAsync(hub);
        await hub.DisposeAsync();
        await using var again = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        Assert.Equal(4, (await again.EntriesAsync("?kind=token-refused"))[1].GetProperty("count").GetInt32());
    }

    private static Task<HttpStatusCode> ForgeAsync(RunningHub hub) => hub.TokenStatusAsync(TestPartner.Gate, TestPartner.Scanner.Key);
}
