using System.Net;
using HealthBao.Hub.Tests.Partners;
using Npgsql;

namespace HealthBao.Hub.Tests.Trust;

/// <summary>The register on PostgreSQL. Runs where <c>HEALTHBAO_POSTGRES</c> names a server on which databases may be made.</summary>
public sealed class PostgresTests
{
    [SkippableFact]
    public async Task Nodes_that_start_together_on_an_empty_server_share_one_register()
    {
        await using var database = TemporaryDatabase.Name();
        var directory = Directory.CreateTempSubdirectory("hub-").FullName;
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAsync(database, directory))));
        await using var beijing = await FakeRegion.JoinAsync(nodes[0], "110000");
        var pass = beijing.Pass().Api;
        foreach (var node in nodes) await Eventually.IsTrueAsync(async () => Expect.Text(await node.VerifyAsync(pass), "verdict") == "admit");
        (await beijing.SuspendAsync(nodes[3])).EnsureSuccessStatusCode();
        foreach (var node in nodes) await Eventually.IsTrueAsync(async () => Expect.Text(await node.VerifyAsync(pass), "reason") == "issuer-suspended");
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [SkippableFact]
    public async Task Regions_that_ask_for_the_same_prefix_at_once_on_two_nodes_do_not_both_get_it()
    {
        await using var database = TemporaryDatabase.Name();
        var directory = Directory.CreateTempSubdirectory("hub-").FullName;
        await using var one = await StartAsync(database, directory);
        await using var two = await StartAsync(database, directory, one);
        await using var beijing = await FakeRegion.StartAsync("110000", one.Clock);
        await using var tianjin = await FakeRegion.StartAsync("120000", one.Clock);
        beijing.Participant = beijing.Participant with { NativeCodePrefixes = ["JJ:"] };
        tianjin.Participant = tianjin.Participant with { NativeCodePrefixes = ["JJ:"] };
        var answers = await Task.WhenAll(beijing.AskToJoinAsync(one), tianjin.AskToJoinAsync(two), beijing.AskToJoinAsync(two), tianjin.AskToJoinAsync(one));
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.Conflict, a.StatusCode.ToString()));
        Assert.Equal(2, answers.Count(a => a.StatusCode == HttpStatusCode.Accepted));
    }

    [SkippableFact]
    public async Task An_assertion_counts_once_on_all_nodes_and_after_a_start_anew()
    {
        await using var database = TemporaryDatabase.Name();
        var directory = Directory.CreateTempSubdirectory("hub-").FullName;
        await using var one = await StartAsync(database, directory);
        var two = await StartAsync(database, directory, one);
        var assertion = TestPartner.Gate.Assertion(one.Clock.GetUtcNow());
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? one : two).Http.PostAsync("/v1/token", TestPartner.Form(assertion))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized], answers.Select(a => a.StatusCode).Distinct().Order());
        await two.DisposeAsync();
        await using var again = await StartAsync(database, directory, one);
        using var replay = await again.Http.PostAsync("/v1/token", TestPartner.Form(assertion));
        Assert.Equal(HttpStatusCode.Unauthorized, replay.StatusCode);
    }

    [SkippableFact]
    public async Task A_suspended_key_and_an_approved_policy_count_at_both_nodes_and_one_list_is_published()
    {
        await using var database = TemporaryDatabase.Name();
        var directory = Directory.CreateTempSubdirectory("hub-").FullName;
        await using var one = await StartAsync(database, directory);
        await using var two = await StartAsync(database, directory, one);
        await using var beijing = await FakeRegion.JoinAsync(one, "110000");
        var pass = beijing.Pass().Api;
        await Eventually.IsTrueAsync(async () => Expect.Text(await two.VerifyAsync(pass), "verdict") == "admit");
        (await beijing.SuspendKeyAsync(two, beijing.TodaysKey.Kid)).EnsureSuccessStatusCode();
        Expect.Verdict(await two.VerifyAsync(pass), "cannot-tell", "unknown-key");
        await Eventually.IsTrueAsync(async () => Expect.Text(await one.VerifyAsync(pass), "reason") == "unknown-key");
        Assert.Equal((await one.TrustListAsync()).Sequence, (await two.TrustListAsync()).Sequence);

        var policy = """{"destination":"110000","version":2,"effectiveFrom":"2026-03-04T00:00:00+08:00","style":"copy-colour","rules":[{"status":"no-abnormality","verdict":"admit","treatment":{"zh":"词","en":"words"}}]}""";
        var request = HealthBao.Contracts.Trust.PolicyRequest.Sign(beijing.Issuer, "110000", policy, beijing.EnrolmentKey, one.Clock.GetUtcNow());
        (await FakeRegion.PostJwtAsync(one, "/v1/trust/policies", request)).EnsureSuccessStatusCode();
        (await two.PostAsync("/v1/trust/policies/110000/2/approval", null, TestPartner.Operator)).EnsureSuccessStatusCode();
        foreach (var node in new[] { one, two })
            await Eventually.IsTrueAsync(() => node.Service<HealthBao.Hub.Trust.TrustSource>().Current.Policies.LastVersion("110000") == 2);
        await Task.WhenAll(new[] { one, two, one, two }.Select(n => n.Service<HealthBao.Hub.Trust.Register>().PurgeAsync(default)));
    }

    [SkippableFact]
    public async Task Keys_of_one_day_stated_at_once_on_two_nodes_leave_one_in_force()
    {
        await using var database = TemporaryDatabase.Name();
        var directory = Directory.CreateTempSubdirectory("hub-").FullName;
        await using var one = await StartAsync(database, directory);
        await using var two = await StartAsync(database, directory, one);
        await using var beijing = await FakeRegion.StartAsync("110000", one.Clock);
        (await beijing.AskToJoinAsync(one)).EnsureSuccessStatusCode();
        (await beijing.ApproveAsync(one)).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(() => two.Service<HealthBao.Hub.Trust.TrustSource>().Current.Enrolments.ContainsKey("110000"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
        {
            beijing.ForgetKey(beijing.Today);
            return beijing.StateKeysAsync(i % 2 == 0 ? one : two);
        }));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
    }

    [SkippableFact]
    public async Task A_partner_that_joined_at_one_node_counts_at_the_other_and_is_suspended_at_both()
    {
        await using var database = TemporaryDatabase.Name();
        var directory = Directory.CreateTempSubdirectory("hub-").FullName;
        await using var one = await StartAsync(database, directory);
        await using var two = await StartAsync(database, directory, one);
        var gate = new TestPartner("hebei-gate", "130000", "verify");
        await one.JoinAsync(gate);
        await Eventually.IsTrueAsync(async () => await two.TokenStatusAsync(gate) == HttpStatusCode.OK);
        (await two.DecideAsync(gate.ClientId, "suspension")).EnsureSuccessStatusCode().Dispose();
        await Eventually.IsTrueAsync(async () => await one.TokenStatusAsync(gate) == HttpStatusCode.Unauthorized);
    }

    [SkippableFact]
    public async Task A_register_of_an_earlier_version_gets_the_tables_it_lacks()
    {
        await using var database = TemporaryDatabase.Name();
        var directory = Directory.CreateTempSubdirectory("hub-").FullName;
        await (await StartAsync(database, directory)).DisposeAsync();
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        await using (var command = source.CreateCommand("""DROP TABLE hub."OpenIddictApplications", hub."OpenIddictTokens", hub."OpenIddictAuthorizations" CASCADE; ALTER TABLE hub."Participants" DROP COLUMN "ApprovedBy", DROP COLUMN "RequestedAt" """))
            await command.ExecuteNonQueryAsync();
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => StartAsync(database, directory))));
        foreach (var node in nodes) Assert.Equal(HttpStatusCode.OK, await node.TokenStatusAsync(TestPartner.Gate));
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_database_in_which_others_keep_tables_already_takes_the_register_too()
    {
        await using var database = TemporaryDatabase.Name();
        await database.CreateAsync();
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        await using (var command = source.CreateCommand("CREATE SCHEMA day_20260301_110000; CREATE TABLE day_20260301_110000.passes (idx int)"))
            await command.ExecuteNonQueryAsync();
        await using var hub = await StartAsync(database, Directory.CreateTempSubdirectory("hub-").FullName);
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        Assert.Equal("admit", Expect.Text(await hub.VerifyAsync(beijing.Pass().Api), "verdict"));
    }

    private static Task<RunningHub> StartAsync(TemporaryDatabase database, string directory, RunningHub? beside = null) => RunningHub.StartAsync(
        directory, beside?.Clock, ("Storage:Provider", "postgres"), ("Storage:ConnectionString", database.ConnectionString), ("Hub:RegisterPollMilliseconds", "100"));
}
