using System.Net;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hub.Tests.Trust;

public sealed class KeyStatementTests : IAsyncLifetime
{
    private RunningHub hub = null!;
    private FakeRegion beijing = null!;
    private FakeRegion tianjin = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync();
        beijing = await FakeRegion.StartAsync("110000", hub.Clock);
        tianjin = await FakeRegion.StartAsync("120000", hub.Clock);
        foreach (var region in new[] { beijing, tianjin })
        {
            (await region.AskToJoinAsync(hub)).EnsureSuccessStatusCode();
            (await region.ApproveAsync(hub)).EnsureSuccessStatusCode();
        }
    }

    public async Task DisposeAsync()
    {
        await beijing.DisposeAsync();
        await tianjin.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_statement_counts_once()
    {
        var statement = beijing.Statement();
        using var first = await StateAsync(statement);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var second = await StateAsync(statement);
        await Expect.ProblemAsync(second, HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task A_statement_counts_once_as_long_as_it_lives()
    {
        var now = hub.Clock.GetUtcNow();
        var longest = FakeJws.Changed(beijing.Statement(), beijing.EnrolmentKey, claims =>
        {
            claims["iat"] = now.AddSeconds(60).ToUnixTimeSeconds();
            claims["exp"] = now.AddSeconds(660).ToUnixTimeSeconds();
        });
        using var first = await StateAsync(longest);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        hub.Clock.Advance(TimeSpan.FromSeconds(659));
        using var second = await StateAsync(longest);
        await Expect.ProblemAsync(second, HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task One_region_cannot_speak_for_another()
    {
        var statement = KeyStatement.Sign(tianjin.Issuer, "120000", [(tianjin.Today, SigningKey.Create())], beijing.EnrolmentKey, hub.Clock.GetUtcNow());
        using var response = await StateAsync(statement);
        await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
        Assert.All((await hub.TrustListAsync()).Participants, p => Assert.Empty(p.Keys));
    }

    [Fact]
    public async Task A_key_that_is_one_regions_never_becomes_anothers()
    {
        (await beijing.StateKeysAsync(hub)).EnsureSuccessStatusCode();
        var statement = KeyStatement.Sign(tianjin.Issuer, "120000", [(tianjin.Today, beijing.TodaysKey)], tianjin.EnrolmentKey, hub.Clock.GetUtcNow());
        using var response = await StateAsync(statement);
        await Expect.ProblemAsync(response, HttpStatusCode.Conflict, "conflict");
        Assert.Empty((await hub.TrustListAsync()).Participants.Single(p => p.Region == "120000").Keys);
    }

    [Fact]
    public async Task A_day_key_without_the_proof_of_its_private_half_is_refused()
    {
        var statement = FakeJws.Changed(beijing.Statement(), beijing.EnrolmentKey, claims =>
        {
            var keys = claims["keys"]!.AsArray();
            var proof = keys[1]!["proof"]!.GetValue<string>();
            keys[0]!["proof"] = proof;
        });
        using var response = await StateAsync(statement);
        await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
    }

    [Fact]
    public async Task A_suspended_region_states_no_keys()
    {
        (await beijing.SuspendAsync(hub)).EnsureSuccessStatusCode();
        using var response = await beijing.StateKeysAsync(hub);
        await Expect.ProblemAsync(response, HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a token")]
    [InlineData("e30.e30.AA")]
    public async Task What_is_no_statement_is_a_bad_request(string body)
    {
        using var response = await StateAsync(body);
        await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
    }

    [Fact]
    public async Task A_statement_of_a_region_that_never_asked_is_a_bad_request()
    {
        await using var hebei = await FakeRegion.StartAsync("130000", hub.Clock);
        using var response = await hebei.StateKeysAsync(hub);
        await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
    }

    private Task<HttpResponseMessage> StateAsync(string statement) => FakeRegion.PostJwtAsync(hub, "/v1/trust/keys", statement);
}
