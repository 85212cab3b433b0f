using HealthBao.Contracts.Trust;

namespace HealthBao.Hub.Tests.Trust;

public sealed class TwoNodesTests
{
    [Fact]
    public async Task What_changes_at_one_node_counts_at_the_other()
    {
        await using var one = await RunningHub.StartAsync();
        await using var two = await RunningHub.StartAsync(one.Directory, one.Clock);
        await using var beijing = await FakeRegion.JoinAsync(one, "110000");
        await Eventually.IsTrueAsync(() => two.SaysAsync("110000", "ready"));
        var pass = beijing.Pass().Api;
        Expect.Verdict(await two.VerifyAsync(pass), "admit", null);

        (await beijing.SuspendAsync(two)).EnsureSuccessStatusCode();
        Expect.Verdict(await two.VerifyAsync(pass), "cannot-tell", "issuer-suspended");
        await Eventually.IsTrueAsync(async () => Assert.Single((await one.TrustListAsync()).Participants).State == ParticipantState.Suspended);
        Expect.Verdict(await one.VerifyAsync(pass), "cannot-tell", "issuer-suspended");
    }

    [Fact]
    public async Task A_token_of_one_node_and_an_assertion_used_there_count_at_the_other()
    {
        await using var one = await RunningHub.StartAsync();
        await using var two = await RunningHub.StartAsync(one.Directory, one.Clock);
        var assertion = TestPartner.Gate.Assertion(one.Clock.GetUtcNow());
        using var first = await one.Http.PostAsync("/v1/token", TestPartner.Form(assertion));
        Assert.Equal(System.Net.HttpStatusCode.OK, first.StatusCode);
        using var second = await two.Http.PostAsync("/v1/token", TestPartner.Form(assertion));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, second.StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/verifications") { Content = new StringContent("{}", null, "application/json") };
        request.Headers.Authorization = new("Bearer", await one.TokenAsync(TestPartner.Gate));
        using var response = await two.Http.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Of_a_hundred_calls_at_two_nodes_with_one_assertion_one_gets_a_token()
    {
        await using var one = await RunningHub.StartAsync();
        await using var two = await RunningHub.StartAsync(one.Directory, one.Clock);
        var assertion = TestPartner.Gate.Assertion(one.Clock.GetUtcNow());
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? one : two).Http.PostAsync("/v1/token", TestPartner.Form(assertion))));
        Assert.Single(answers, a => a.StatusCode == System.Net.HttpStatusCode.OK);
        Assert.Equal(99, answers.Count(a => a.StatusCode == System.Net.HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task Nodes_that_start_together_on_an_empty_directory_share_register_and_keys()
    {
        var directory = Directory.CreateTempSubdirectory("hub-").FullName;
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunningHub.StartAsync(directory))));
        Assert.Single(nodes.Select(n => n.Service<HealthBao.Hub.Trust.HubKeys>().TrustAnchor.Kid).Distinct());
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Fact]
    public async Task A_partner_that_a_node_brings_with_it_counts_at_the_others()
    {
        await using var one = await RunningHub.StartAsync();
        var guest = new TestPartner("hebei-gate", "130000", "verify");
        await using var two = await RunningHub.StartAsync(one.Directory, one.Clock,
            ("Hub:Partners:3:ClientId", guest.ClientId), ("Hub:Partners:3:Region", guest.Region), ("Hub:Partners:3:Scope", guest.Scope), ("Hub:Partners:3:Jwks", guest.Jwks));
        await Eventually.IsTrueAsync(async () =>
        {
            using var response = await one.Http.PostAsync("/v1/token", TestPartner.Form(guest.Assertion(one.Clock.GetUtcNow())));
            return response.IsSuccessStatusCode;
        });
    }
}
