using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hub.Tests.Trust;

public sealed class JoiningTests : IAsyncLifetime
{
    private RunningHub hub = null!;
    private FakeRegion beijing = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync();
        beijing = await FakeRegion.StartAsync("110000", hub.Clock);
    }

    public async Task DisposeAsync()
    {
        await beijing.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_region_joins_by_asking_being_approved_and_stating_its_keys()
    {
        using var asked = await beijing.AskToJoinAsync(hub);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var answer = await asked.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("110000", "pending", beijing.EnrolmentKey.Kid), (Expect.Text(answer, "region"), Expect.Text(answer, "state"), Expect.Text(answer, "enrolmentKey")));
        Assert.Empty((await hub.TrustListAsync()).Participants);

        using var early = await beijing.StateKeysAsync(hub);
        await Expect.ProblemAsync(early, HttpStatusCode.Forbidden, "forbidden");

        using var approved = await beijing.ApproveAsync(hub);
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        Assert.Empty(Assert.Single((await hub.TrustListAsync()).Participants).Keys);

        using var stated = await beijing.StateKeysAsync(hub);
        Assert.Equal(HttpStatusCode.OK, stated.StatusCode);
        var listed = Assert.Single((await hub.TrustListAsync()).Participants);
        Assert.Equal([beijing.TodaysKey.Kid, beijing.KeyOf(beijing.Today.Next).Kid], listed.Keys.Select(k => k.Jwk.Thumbprint));
        Assert.Equal("http://127.0.0.1:8000/regions/110000", listed.Endpoint);

        using var again = await beijing.AskToJoinAsync(hub);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_request_signed_by_another_key_than_the_one_inside_is_refused()
    {
        var parts = beijing.Request().Split('.');
        var other = FakeJws.Parts(FakeJws.Text(parts[0]), FakeJws.Bytes(parts[1]), SigningKey.Create());
        using var response = await FakeRegion.PostJwtAsync(hub, "/v1/trust/participants", other);
        await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
    }

    [Fact]
    public async Task A_request_whose_time_has_passed_is_refused()
    {
        var old = beijing.Request();
        hub.Clock.Advance(TimeSpan.FromMinutes(5));
        using var response = await FakeRegion.PostJwtAsync(hub, "/v1/trust/participants", old);
        await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
    }

    [Fact]
    public async Task Another_enrolment_key_for_a_region_that_asked_already_is_a_conflict()
    {
        (await beijing.AskToJoinAsync(hub)).EnsureSuccessStatusCode();
        beijing.EnrolmentKey = SigningKey.Create();
        using var response = await beijing.AskToJoinAsync(hub);
        await Expect.ProblemAsync(response, HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task The_issuer_of_another_region_is_a_conflict()
    {
        (await beijing.AskToJoinAsync(hub)).EnsureSuccessStatusCode();
        await using var tianjin = await FakeRegion.StartAsync("120000", hub.Clock);
        tianjin.Participant = tianjin.Participant with { Issuer = beijing.Issuer };
        using var response = await tianjin.AskToJoinAsync(hub);
        await Expect.ProblemAsync(response, HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task A_made_up_region_is_refused_unless_the_hub_is_told_to_take_it()
    {
        await using var demo = await FakeRegion.StartAsync("990000", hub.Clock);
        using var refused = await demo.AskToJoinAsync(hub);
        await Expect.ProblemAsync(refused, HttpStatusCode.Forbidden, "forbidden");

        await using var open = await RunningHub.StartAsync(clock: hub.Clock, settings: ("Hub:MadeUpRegions:0", "990000"));
        using var taken = await demo.AskToJoinAsync(open);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
    }

    [Fact]
    public async Task Approval_needs_the_scope_trust()
    {
        (await beijing.AskToJoinAsync(hub)).EnsureSuccessStatusCode();
        using var nobody = await hub.PostAsync("/v1/trust/participants/110000/approval", null);
        await Expect.ProblemAsync(nobody, HttpStatusCode.Unauthorized, "unauthorized");
        using var gate = await hub.PostAsync("/v1/trust/participants/110000/approval", null, TestPartner.Gate);
        await Expect.ProblemAsync(gate, HttpStatusCode.Forbidden, "forbidden");
        Assert.Empty((await hub.TrustListAsync()).Participants);
    }

    [Fact]
    public async Task Nobody_can_be_approved_who_has_not_asked()
    {
        using var response = await beijing.ApproveAsync(hub);
        await Expect.ProblemAsync(response, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_request_to_join_logs_no_personal_data_and_answers_no_private_address()
    {
        using var asked = await beijing.AskToJoinAsync(hub);
        Assert.DoesNotContain(beijing.Adapter.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        (await beijing.ApproveAsync(hub)).EnsureSuccessStatusCode();
        var list = Assert.Single((await hub.TrustListAsync()).Participants);
        Assert.Equal(ParticipantState.Active, list.State);
    }
}
