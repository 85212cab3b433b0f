using System.Net;
using HealthBao.Contracts.Jose;

namespace HealthBao.Hub.Tests.Partners;

public sealed class PartnerDecisionTests : IAsyncLifetime
{
    private readonly TestPartner gate = new("hebei-gate", "130000", "verify query");
    private RunningHub hub = null!;

    private DateTimeOffset Now => hub.Clock.GetUtcNow();

    public async Task InitializeAsync() => hub = await RunningHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"scope":""}""")]
    [InlineData("""{"scope":"verify verify"}""")]
    [InlineData("""{"scope":"everything"}""")]
    [InlineData("""{"scope":"verify","more":1}""")]
    [InlineData("""{"scope":"verify","jwksUri":"http://keys.example/"}""")]
    public async Task An_approval_that_names_nothing_or_something_else_is_a_bad_request(string body)
    {
        (await hub.AskToJoinAsync(gate.Request(Now))).Dispose();
        using var response = await hub.PostTextAsync("/v1/trust/partners/hebei-gate/approval", body, TestPartner.Operator);
        await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.TokenStatusAsync(gate));
    }

    [Fact]
    public async Task An_approval_of_a_key_that_the_partner_does_not_have_is_a_conflict()
    {
        (await hub.AskToJoinAsync(gate.Request(Now))).Dispose();
        using var response = await hub.DecideAsync(gate.ClientId, "approval", new { scope = "verify", key = SigningKey.Create().Kid });
        await Expect.ProblemAsync(response, HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task A_suspended_partners_token_stops_at_once_on_all_nodes_and_approval_lifts_that()
    {
        await using var other = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        await hub.JoinAsync(gate);
        var token = await hub.TokenAsync(gate);
        Assert.Equal(HttpStatusCode.BadRequest, await UseAsync(hub, token));
        await Eventually.IsTrueAsync(async () => await UseAsync(other, token) == HttpStatusCode.BadRequest);

        (await hub.DecideAsync(gate.ClientId, "suspension")).EnsureSuccessStatusCode().Dispose();
        Assert.Equal(HttpStatusCode.Unauthorized, await UseAsync(hub, token));
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.TokenStatusAsync(gate));
        await Eventually.IsTrueAsync(async () => await UseAsync(other, token) == HttpStatusCode.Unauthorized);
        using var keys = await hub.AskToJoinAsync(gate.Request(Now, keys: [SigningKey.Create()]));
        await Expect.ProblemAsync(keys, HttpStatusCode.Forbidden, "forbidden");

        (await hub.ApproveAsync(gate)).EnsureSuccessStatusCode().Dispose();
        Assert.Equal(HttpStatusCode.BadRequest, await UseAsync(hub, token));
    }

    [Fact]
    public async Task A_configured_partner_that_was_suspended_stays_so_after_a_start_anew()
    {
        (await hub.DecideAsync(TestPartner.Gate.ClientId, "suspension")).EnsureSuccessStatusCode().Dispose();
        await hub.DisposeAsync();
        hub = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.TokenStatusAsync(TestPartner.Gate));
        (await hub.ApproveAsync(TestPartner.Gate)).EnsureSuccessStatusCode().Dispose();
        Assert.Equal(HttpStatusCode.OK, await hub.TokenStatusAsync(TestPartner.Gate));
    }

    [Fact]
    public async Task A_rejected_request_is_forgotten_and_its_client_id_free()
    {
        (await hub.AskToJoinAsync(gate.Request(Now))).Dispose();
        using var rejected = await hub.DecideAsync(gate.ClientId, "rejection");
        Assert.Equal(HttpStatusCode.OK, rejected.StatusCode);
        var another = new TestPartner(gate.ClientId, "130000", "verify");
        using var asked = await hub.AskToJoinAsync(another.Request(Now));
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        (await hub.ApproveAsync(another)).EnsureSuccessStatusCode().Dispose();
        using var late = await hub.DecideAsync(gate.ClientId, "rejection");
        await Expect.ProblemAsync(late, HttpStatusCode.Conflict, "conflict");
    }

    [Theory]
    [InlineData("operator", "suspension", HttpStatusCode.Conflict)]
    [InlineData("nobody", "suspension", HttpStatusCode.NotFound)]
    [InlineData("nobody", "rejection", HttpStatusCode.NotFound)]
    public async Task Nobody_suspends_themselves_or_somebody_unknown(string clientId, string decision, HttpStatusCode status)
    {
        using var response = await hub.DecideAsync(clientId, decision);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_list_of_partners_is_for_operators()
    {
        using var nobody = await hub.Http.GetAsync("/v1/trust/partners");
        await Expect.ProblemAsync(nobody, HttpStatusCode.Unauthorized, "unauthorized");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/trust/partners");
        request.Headers.Authorization = new("Bearer", await hub.TokenAsync(TestPartner.Gate));
        using var gateKeeper = await hub.Http.SendAsync(request);
        await Expect.ProblemAsync(gateKeeper, HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task An_audit_that_cannot_be_written_lets_nobody_in()
    {
        (await hub.AskToJoinAsync(gate.Request(Now))).Dispose();
        foreach (var file in Directory.EnumerateFiles(hub.Directory, "audit-*.db", SearchOption.AllDirectories)) File.Delete(file);
        using var approved = await hub.ApproveAsync(gate);
        await Expect.ProblemAsync(approved, HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.False(hub.Service<HealthBao.Hub.Trust.TrustSource>().Current.Partners.ContainsKey(gate.ClientId));
    }

    private static async Task<HttpStatusCode> UseAsync(RunningHub hub, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/verifications") { Content = new StringContent("{}", null, "application/json") };
        request.Headers.Authorization = new("Bearer", token);
        using var response = await hub.Http.SendAsync(request);
        return response.StatusCode;
    }
}
