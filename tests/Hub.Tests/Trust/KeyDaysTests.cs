using System.Net;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Trust;
using Microsoft.EntityFrameworkCore;

namespace HealthBao.Hub.Tests.Trust;

public sealed class KeyDaysTests : IAsyncLifetime
{
    private RunningHub hub = null!;
    private FakeRegion beijing = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync();
        beijing = await FakeRegion.JoinAsync(hub, "110000");
    }

    public async Task DisposeAsync()
    {
        await beijing.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(30)]
    public async Task A_key_of_another_day_than_today_or_tomorrow_is_refused(int days)
    {
        var day = ShanghaiDay.At(hub.Clock.GetUtcNow().AddDays(days));
        using var response = await StateAsync(beijing, (day, SigningKey.Create()));
        await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
        Assert.Equal(2, Assert.Single((await hub.TrustListAsync()).Participants).Keys.Count);
    }

    [Fact]
    public async Task A_second_key_of_a_day_is_refused_while_the_first_is_in_force()
    {
        using var response = await StateAsync(beijing, (beijing.Today, SigningKey.Create()));
        await Expect.ProblemAsync(response, HttpStatusCode.Conflict, "conflict");
        using var two = await StateAsync(beijing, (beijing.Today, beijing.TodaysKey), (beijing.Today, SigningKey.Create()));
        await Expect.ProblemAsync(two, HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task A_region_has_only_so_many_keys_of_one_day()
    {
        for (var i = 1; i < 8; i++)
        {
            (await beijing.SuspendKeyAsync(hub, beijing.TodaysKey.Kid)).EnsureSuccessStatusCode();
            beijing.ForgetKey(beijing.Today);
            (await beijing.StateKeysAsync(hub)).EnsureSuccessStatusCode();
        }

        (await beijing.SuspendKeyAsync(hub, beijing.TodaysKey.Kid)).EnsureSuccessStatusCode();
        beijing.ForgetKey(beijing.Today);
        using var response = await beijing.StateKeysAsync(hub);
        await Expect.ProblemAsync(response, HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task After_its_first_day_a_region_always_states_a_key_of_tomorrow_too()
    {
        await using var tianjin = await FakeRegion.StartAsync("120000", hub.Clock);
        (await tianjin.AskToJoinAsync(hub)).EnsureSuccessStatusCode();
        (await tianjin.ApproveAsync(hub)).EnsureSuccessStatusCode();
        using var first = await StateAsync(tianjin, (tianjin.Today, tianjin.TodaysKey));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        hub.Clock.Advance(TimeSpan.FromDays(1));
        using var second = await StateAsync(tianjin, (tianjin.Today, tianjin.TodaysKey));
        await Expect.ProblemAsync(second, HttpStatusCode.BadRequest, "bad-request");
        using var both = await tianjin.StateKeysAsync(hub);
        Assert.Equal(HttpStatusCode.OK, both.StatusCode);
    }

    [Fact]
    public async Task A_pass_of_one_region_signed_by_anothers_key_is_never_admitted()
    {
        await using var tianjin = await FakeRegion.JoinAsync(hub, "120000");
        var stolen = PassSigner.Sign(beijing.Says(), tianjin.TodaysKey);
        Expect.Verdict(await hub.VerifyAsync(stolen.Api), "cannot-tell", "unknown-key");
        Expect.Verdict(await hub.VerifyAsync(stolen.Qr), "cannot-tell", "unknown-key");
    }

    [Fact]
    public async Task What_is_over_leaves_the_register()
    {
        (await StateAsync(beijing, (beijing.Today, beijing.TodaysKey))).EnsureSuccessStatusCode();
        hub.Clock.SetUtcNow(beijing.Today.End.AddHours(23));
        await hub.Service<Register>().PurgeAsync(default);
        Assert.Equal(2, await CountAsync(d => d.DayKeys.CountAsync()));
        hub.Clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hub.Service<Register>().PurgeAsync(default)));
        Assert.Equal(1, await CountAsync(d => d.DayKeys.CountAsync()));
        Assert.Equal(0, await CountAsync(d => d.UsedIds.CountAsync()));
    }

    [Fact]
    public async Task The_register_is_purged_by_itself()
    {
        hub.Clock.SetUtcNow(beijing.Today.End.AddHours(25));
        await Eventually.IsTrueAsync(async () =>
        {
            hub.Clock.Advance(TimeSpan.FromMinutes(10));
            return await CountAsync(d => d.DayKeys.CountAsync()) == 1;
        });
    }

    private async Task<int> CountAsync(Func<HubDatabase, Task<int>> count)
    {
        await using var database = await hub.Service<IDbContextFactory<HubDatabase>>().CreateDbContextAsync();
        return await count(database);
    }

    private Task<HttpResponseMessage> StateAsync(FakeRegion region, params (ShanghaiDay Day, SigningKey Key)[] keys) =>
        FakeRegion.PostJwtAsync(hub, "/v1/trust/keys", KeyStatement.Sign(region.Issuer, region.Code, keys, region.EnrolmentKey, hub.Clock.GetUtcNow()));
}
