using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HealthBao.Hub.Tests.Partners;

public sealed class PartnerJoiningTests : IAsyncLifetime
{
    private readonly TestPartner gate = new("hebei-gate", "130000", "verify query");
    private RunningHub hub = null!;

    private DateTimeOffset Now => hub.Clock.GetUtcNow();

    public async Task InitializeAsync() => hub = await RunningHub.StartAsync(null, null, ("Partners:Pending", "4"), ("Partners:PendingPerAddress", "3"), ("Partners:RequestsPerMinute", "40"));

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task A_partner_joins_by_asking_and_being_approved()
    {
        using var asked = await hub.AskToJoinAsync(gate.Request(Now));
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var answer = await asked.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("hebei-gate", "pending"), (Expect.Text(answer, "clientId"), Expect.Text(answer, "state")));
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.TokenStatusAsync(gate));

        var listed = Assert.Single(await hub.PartnersAsync("?state=pending"));
        Assert.Equal(("130000", "", "verify query", "022-12345"), (Expect.Text(listed, "region"), Expect.Text(listed, "scope"), Expect.Text(listed, "scopeAsked"), Expect.Text(listed, "contact")));
        Assert.Equal(gate.Key.Kid, Expect.Text(Assert.Single(listed.GetProperty("keys").EnumerateArray()), "thumbprint"));
        Assert.Equal("查验点", Expect.Text(listed.GetProperty("names"), "zh"));

        using var approved = await hub.ApproveAsync(gate);
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await hub.TokenStatusAsync(gate));
        Assert.Equal(["partner-approved", "partner-requested"], (await hub.AuditedAsync("hebei-gate")).Order());
        Assert.Equal(4, (await hub.PartnersAsync()).Length);
    }

    [Fact]
    public async Task A_partner_that_joined_is_there_after_a_start_anew_and_at_another_node()
    {
        await using var other = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        await hub.JoinAsync(gate);
        await Eventually.IsTrueAsync(async () => await other.TokenStatusAsync(gate) == HttpStatusCode.OK);
        await hub.DisposeAsync();
        hub = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        Assert.Equal(HttpStatusCode.OK, await hub.TokenStatusAsync(gate));
    }

    [Fact]
    public async Task An_operator_may_grant_less_than_was_asked_and_never_more()
    {
        (await hub.AskToJoinAsync(gate.Request(Now, "verify query trust"))).Dispose();
        using var more = await hub.ApproveAsync(gate, "verify audit");
        await Expect.ProblemAsync(more, HttpStatusCode.Conflict, "conflict");
        using var less = await hub.ApproveAsync(gate, "verify");
        Assert.Equal(HttpStatusCode.OK, less.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await hub.TokenStatusAsync(gate, scope: "verify"));
        Assert.Equal(HttpStatusCode.BadRequest, await hub.TokenStatusAsync(gate, scope: "query"));
        Assert.Equal(HttpStatusCode.BadRequest, await hub.TokenStatusAsync(gate, scope: "trust"));
        using var named = await hub.ApproveAsync(gate, "verify trust");
        Assert.Equal(HttpStatusCode.OK, named.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await hub.TokenStatusAsync(gate, scope: "trust"));
    }

    [Fact]
    public async Task Pending_requests_of_one_address_cannot_fill_the_register_and_end_after_days()
    {
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.Accepted, (await hub.AskToJoinAsync(new TestPartner("gate-" + i, "130000", "verify").Request(Now))).StatusCode);
        using var more = await hub.AskToJoinAsync(gate.Request(Now));
        await Expect.ProblemAsync(more, HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.NotNull(more.Headers.RetryAfter);

        hub.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal(HttpStatusCode.Accepted, (await hub.AskToJoinAsync(gate.Request(Now))).StatusCode);
        Assert.Single(await hub.PartnersAsync("?state=pending"));
    }

    [Fact]
    public async Task Of_many_who_ask_for_one_client_id_at_once_one_gets_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => hub.AskToJoinAsync(new TestPartner("hebei-gate", "130000", "verify").Request(Now))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(11, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Single(await hub.PartnersAsync("?state=pending"));
    }

    [Fact]
    public async Task Requests_from_one_address_are_counted()
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 41; i++) answers.Add((await hub.AskToJoinAsync("no request")).StatusCode);
        Assert.Equal(40, answers.Count(a => a == HttpStatusCode.BadRequest));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }
}
