using System.Net;
using HealthBao.Contracts.Jose;
using HealthBao.Hub.Tests.Audit;
using HealthBao.Hub.Tests.Partners;
using Microsoft.Data.Sqlite;

namespace HealthBao.Hub.Tests.Idempotency;

public sealed class IdempotencyKeyTests : IAsyncLifetime
{
    private const string Rejection = "/v1/trust/partners/hebei-gate/rejection";
    private readonly TestPartner guest = new("hebei-gate", "130000", "verify");
    private RunningHub hub = null!;

    public async Task InitializeAsync() => hub = await RunningHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task An_operators_write_is_carried_out_once_and_answered_alike()
    {
        await AskAsync();
        var first = await RejectAsync("key-1");
        Assert.Equal((200, """{"clientId":"hebei-gate","state":"rejected"}"""), first);
        Assert.Equal(first, await RejectAsync("key-1"));
        Assert.Equal(404, (await RejectAsync(null)).Status);
        Assert.Single(await hub.EntriesAsync("?kind=partner-rejected"));
    }

    [Fact]
    public async Task A_regions_word_told_again_under_its_key_is_answered_as_it_was_also_after_its_end()
    {
        await using var beijing = await FakeRegion.StartAsync("110000", hub.Clock);
        var request = beijing.Request();
        var asked = await hub.SayAsync("/v1/trust/participants", "join", request).SaysAsync();
        Assert.Equal(202, asked.Status);
        (await beijing.ApproveAsync(hub)).EnsureSuccessStatusCode().Dispose();
        Assert.Equal(asked, await hub.SayAsync("/v1/trust/participants", "join", request).SaysAsync());

        var word = beijing.Statement();
        var stated = await hub.SayAsync("/v1/trust/keys", "keys", word).SaysAsync();
        Assert.Equal(200, stated.Status);
        hub.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(stated, await hub.SayAsync("/v1/trust/keys", "keys", word).SaysAsync());
        Assert.NotEqual(200, (await hub.SayAsync("/v1/trust/keys", null, word).SaysAsync()).Status);
    }

    [Fact]
    public async Task A_partners_request_to_join_is_taken_once()
    {
        var request = guest.Request(hub.Clock.GetUtcNow());
        var first = await hub.SayAsync("/v1/trust/partners", "join", request).SaysAsync();
        Assert.Equal((202, first), (first.Status, await hub.SayAsync("/v1/trust/partners", "join", request).SaysAsync()));
        Assert.Single(await hub.EntriesAsync("?kind=partner-requested"));
        using var other = await hub.SayAsync("/v1/trust/partners", "join", guest.Request(hub.Clock.GetUtcNow()));
        await Expect.ProblemAsync(other, HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Theory]
    [InlineData("/v1/trust/partners/tianjin-gate/limits", """{"verify":8}""")]
    [InlineData("/v1/trust/partners/beijing-scanner/limits", """{"verify":7}""")]
    public async Task Another_request_under_the_key_is_refused_and_changes_nothing(string path, string body)
    {
        Assert.Equal(200, (await hub.WriteAsync("/v1/trust/partners/tianjin-gate/limits", "key-1", TestPartner.Operator, """{"verify":7}""").SaysAsync()).Status);
        using var refused = await hub.WriteAsync(path, "key-1", TestPartner.Operator, body);
        await Expect.ProblemAsync(refused, HttpStatusCode.UnprocessableEntity, "idempotency-key-reused", "key-1");
        Assert.Single(await hub.EntriesAsync("?kind=partner-limits-set"));
    }

    [Fact]
    public async Task A_request_that_is_under_way_is_told_so_until_the_node_that_began_it_must_be_dead()
    {
        await AskAsync();
        await RejectAsync("key-1");
        Execute("UPDATE RepeatableWrites SET Status = 0, Body = NULL");
        using (var under = await hub.WriteAsync(Rejection, "key-1", TestPartner.Operator))
        {
            await Expect.ProblemAsync(under, HttpStatusCode.Conflict, "conflict");
            Assert.NotNull(under.Headers.RetryAfter);
        }

        await AskAsync();
        hub.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(200, (await RejectAsync("key-1")).Status);
        Assert.Equal(2, (await hub.EntriesAsync("?kind=partner-rejected")).Count);
    }

    [Fact]
    public async Task Of_many_calls_at_once_one_is_carried_out()
    {
        await AskAsync();
        await hub.TokenAsync(TestPartner.Operator);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => RejectAsync("key-1")));
        Assert.All(answers, a => Assert.True(a.Status is 200 or 409, a.ToString()));
        Assert.Contains(answers, a => a.Status == 200);
        Assert.Single(await hub.EntriesAsync("?kind=partner-rejected"));
    }

    [Fact]
    public async Task What_was_refused_had_no_effect_and_is_judged_anew()
    {
        Assert.Equal(404, (await RejectAsync("key-1")).Status);
        await AskAsync();
        Assert.Equal(200, (await RejectAsync("key-1")).Status);
    }

    [Fact]
    public async Task The_answer_is_kept_for_a_day_on_all_nodes_and_across_a_start_and_then_removed()
    {
        await AskAsync();
        var first = await RejectAsync("key-1");
        await hub.DisposeAsync();
        hub = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        hub.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(first, await RejectAsync("key-1"));
        hub.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(404, (await RejectAsync("key-1")).Status);

        await AskAsync();
        Assert.Equal(200, (await RejectAsync("key-2")).Status);
        hub.Clock.Advance(TimeSpan.FromHours(25));
        await hub.Service<HealthBao.Hub.Trust.Register>().PurgeAsync(default);
        Assert.Equal(0L, Execute("SELECT COUNT(*) FROM RepeatableWrites"));
    }

    [Fact]
    public async Task A_key_is_its_callers_own_and_only_whoever_may_write_hears_the_answer()
    {
        await AskAsync();
        await RejectAsync("key-1");
        using var forbidden = await hub.WriteAsync(Rejection, "key-1", TestPartner.Gate);
        await Expect.ProblemAsync(forbidden, HttpStatusCode.Forbidden, "forbidden");
        using var nobody = await hub.WriteAsync(Rejection, "key-1");
        await Expect.ProblemAsync(nobody, HttpStatusCode.Unauthorized, "unauthorized");

        var second = new TestPartner("second-operator", "110000", "trust");
        await hub.JoinAsync(second);
        Assert.Equal(404, (await hub.WriteAsync(Rejection, "key-1", second).SaysAsync()).Status);
        var token = await hub.TokenAsync(second);
        (await hub.DecideAsync(second.ClientId, "suspension")).EnsureSuccessStatusCode().Dispose();
        Assert.Equal(401, (await hub.WriteAsync(Rejection, "key-1", second).SaysAsync()).Status);
        Assert.NotEmpty(token);
    }

    [Theory]
    [InlineData("with a space")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("")]
    public async Task A_key_that_is_none_is_a_fault(string key)
    {
        using var response = await hub.WriteAsync(Rejection, key, TestPartner.Operator);
        await Expect.FaultAsync(response, "Idempotency-Key", "format");
    }

    [Fact]
    public async Task A_forged_word_leaves_nothing_behind()
    {
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        using var thief = SigningKey.Create();
        var forged = HealthBao.Contracts.Trust.KeySuspension.Sign(beijing.Issuer, "110000", beijing.TodaysKey.Kid, thief, hub.Clock.GetUtcNow());
        Assert.Equal(400, (await hub.SayAsync($"/v1/trust/keys/{beijing.TodaysKey.Kid}/suspension", "key-1", forged).SaysAsync()).Status);
        Assert.Equal(0L, Execute("SELECT COUNT(*) FROM RepeatableWrites"));
    }

    [Fact]
    public async Task Verifications_change_nothing_and_take_no_notice_of_a_key()
    {
        const string Question = """{"pass":"nonsense","destination":"120000"}""";
        var first = await hub.WriteAsync("/v1/verifications", "key-1", TestPartner.Gate, Question).SaysAsync();
        var second = await hub.WriteAsync("/v1/verifications", "key-1", TestPartner.Gate, Question).SaysAsync();
        Assert.Equal((200, 200), (first.Status, second.Status));
        Assert.NotEqual(first.Body, second.Body);
    }

    [Fact]
    public async Task Without_the_register_nothing_is_carried_out()
    {
        await hub.TokenAsync(TestPartner.Operator);
        Execute("DROP TABLE RepeatableWrites");
        using var response = await hub.WriteAsync("/v1/trust/partners/tianjin-gate/suspension", "key-1", TestPartner.Operator);
        await Expect.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.Empty(await hub.EntriesAsync("?kind=partner-suspended"));
    }

    [SkippableFact]
    public async Task On_PostgreSQL_one_of_many_calls_at_two_nodes_is_carried_out()
    {
        await using var database = TemporaryDatabase.Name();
        (string, string)[] settings = [("Storage:Provider", "postgres"), ("Storage:ConnectionString", database.ConnectionString)];
        await using var one = await RunningHub.StartAsync(settings: settings);
        await using var two = await RunningHub.StartAsync(one.Directory, one.Clock, settings);
        (await one.AskToJoinAsync(guest.Request(one.Clock.GetUtcNow()))).EnsureSuccessStatusCode().Dispose();
        foreach (var node in new[] { one, two }) await node.TokenAsync(TestPartner.Operator);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => (i % 2 == 0 ? one : two).WriteAsync(Rejection, "key-1", TestPartner.Operator).SaysAsync()));
        Assert.All(answers, a => Assert.True(a.Status is 200 or 409, a.ToString()));
        Assert.Single(await one.EntriesAsync("?kind=partner-rejected"));
        Assert.Equal(200, (await two.WriteAsync(Rejection, "key-1", TestPartner.Operator).SaysAsync()).Status);
    }

    private async Task AskAsync() => (await hub.AskToJoinAsync(guest.Request(hub.Clock.GetUtcNow()))).EnsureSuccessStatusCode().Dispose();

    private Task<(int Status, string Body)> RejectAsync(string? key) => hub.WriteAsync(Rejection, key, TestPartner.Operator).SaysAsync();

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(hub.Directory, "hub.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
