using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hub.Tests.Trust;

public sealed class ParticipantsTests : IAsyncLifetime
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

    [Fact]
    public async Task The_operator_sees_who_asked_who_is_in_and_with_which_keys()
    {
        await using var tianjin = await FakeRegion.StartAsync("120000", hub.Clock);
        (await tianjin.AskToJoinAsync(hub)).EnsureSuccessStatusCode();
        (await beijing.SuspendKeyAsync(hub, beijing.TodaysKey.Kid)).EnsureSuccessStatusCode();
        var participants = (await ListAsync()).EnumerateArray().ToArray();
        Assert.Equal([("110000", "active", "operator"), ("120000", "pending", null)], participants.Select(p => (Expect.Text(p, "region")!, Expect.Text(p, "state")!, Expect.Text(p, "approvedBy"))));
        Assert.Equal((beijing.EnrolmentKey.Kid, "2026-03-01T09:00:00+08:00"), (Expect.Text(participants[0], "enrolmentKey"), Expect.Text(participants[0], "approvedAt")));
        var keys = participants[0].GetProperty("keys").EnumerateArray().ToArray();
        Assert.Equal([("20260301", "suspended", beijing.EnrolmentKey.Kid), ("20260302", "active", null)], keys.Select(k => (Expect.Text(k, "day")!, Expect.Text(k, "state")!, Expect.Text(k, "suspendedBy"))));
        using var nobody = await hub.Http.GetAsync("/v1/trust/participants");
        await Expect.ProblemAsync(nobody, HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task A_rejected_request_frees_the_code_and_an_approved_region_is_not_rejected()
    {
        await using var tianjin = await FakeRegion.StartAsync("120000", hub.Clock);
        (await tianjin.AskToJoinAsync(hub)).EnsureSuccessStatusCode();
        using var nobody = await hub.PostAsync("/v1/trust/participants/120000/rejection", null, TestPartner.Gate);
        await Expect.ProblemAsync(nobody, HttpStatusCode.Forbidden, "forbidden");
        using var rejected = await hub.PostAsync("/v1/trust/participants/120000/rejection", null, TestPartner.Operator);
        Assert.Equal("rejected", Expect.Text(await rejected.Content.ReadFromJsonAsync<JsonElement>(), "state"));
        tianjin.EnrolmentKey = SigningKey.Create();
        using var asked = await tianjin.AskToJoinAsync(hub);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        using var approved = await hub.PostAsync("/v1/trust/participants/110000/rejection", null, TestPartner.Operator);
        await Expect.ProblemAsync(approved, HttpStatusCode.Conflict, "conflict");
        using var unknown = await hub.PostAsync("/v1/trust/participants/990000/rejection", null, TestPartner.Operator);
        await Expect.ProblemAsync(unknown, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task An_enrolment_key_is_replaced_at_once_by_a_word_of_the_present_one()
    {
        var (old, next) = (beijing.EnrolmentKey, SigningKey.Create());
        var token = EnrolmentKeyReplacement.Sign(beijing.Issuer, "110000", old, next, hub.Clock.GetUtcNow());
        using var replaced = await FakeRegion.PostJwtAsync(hub, "/v1/trust/participants/110000/enrolment-keys", token);
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        using var late = await beijing.StateKeysAsync(hub);
        await Expect.ProblemAsync(late, HttpStatusCode.BadRequest, "bad-request");
        beijing.EnrolmentKey = next;
        using var stated = await beijing.StateKeysAsync(hub);
        Assert.Equal(HttpStatusCode.OK, stated.StatusCode);
        using var again = await FakeRegion.PostJwtAsync(hub, "/v1/trust/participants/110000/enrolment-keys", token);
        await Expect.ProblemAsync(again, HttpStatusCode.BadRequest, "bad-request");
        Expect.Verdict(await hub.VerifyAsync(beijing.Pass().Api), "admit", null);
    }

    [Fact]
    public async Task Nobody_replaces_another_regions_enrolment_key()
    {
        await using var tianjin = await FakeRegion.JoinAsync(hub, "120000");
        var now = hub.Clock.GetUtcNow();
        foreach (var (path, token) in new[]
        {
            ("110000", EnrolmentKeyReplacement.Sign(beijing.Issuer, "110000", tianjin.EnrolmentKey, SigningKey.Create(), now)),
            ("110000", EnrolmentKeyReplacement.Sign(tianjin.Issuer, "120000", tianjin.EnrolmentKey, SigningKey.Create(), now)),
            ("990000", EnrolmentKeyReplacement.Sign(tianjin.Issuer, "120000", tianjin.EnrolmentKey, SigningKey.Create(), now)),
        })
        {
            using var response = await FakeRegion.PostJwtAsync(hub, $"/v1/trust/participants/{path}/enrolment-keys", token);
            await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
        }

        (await beijing.StateKeysAsync(hub)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_suspended_region_does_not_replace_its_key_by_itself()
    {
        (await beijing.SuspendAsync(hub)).EnsureSuccessStatusCode();
        var token = EnrolmentKeyReplacement.Sign(beijing.Issuer, "110000", beijing.EnrolmentKey, SigningKey.Create(), hub.Clock.GetUtcNow());
        using var response = await FakeRegion.PostJwtAsync(hub, "/v1/trust/participants/110000/enrolment-keys", token);
        await Expect.ProblemAsync(response, HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task After_the_loss_of_its_key_a_region_asks_anew_and_the_old_one_counts_until_the_operator_approves()
    {
        var old = beijing.EnrolmentKey;
        beijing.EnrolmentKey = SigningKey.Create();
        using var asked = await beijing.AskToJoinAsync(hub);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var answer = await asked.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("active", "pending", beijing.EnrolmentKey.Kid), (Expect.Text(answer, "state"), Expect.Text(answer, "replacement"), Expect.Text(answer, "enrolmentKey")));
        using var early = await beijing.StateKeysAsync(hub);
        await Expect.ProblemAsync(early, HttpStatusCode.BadRequest, "bad-request");
        var next = beijing.EnrolmentKey;
        beijing.EnrolmentKey = old;
        (await beijing.StateKeysAsync(hub)).EnsureSuccessStatusCode();

        beijing.EnrolmentKey = SigningKey.Create();
        using var squatter = await beijing.AskToJoinAsync(hub);
        await Expect.ProblemAsync(squatter, HttpStatusCode.Conflict, "conflict");
        using var wrong = await DecideAsync(beijing.EnrolmentKey.Kid, "approval");
        await Expect.ProblemAsync(wrong, HttpStatusCode.NotFound, "not-found");
        Assert.Equal(next.Kid, Expect.Text((await ListAsync())[0].GetProperty("replacement"), "enrolmentKey"));

        using var approved = await DecideAsync(next.Kid, "approval");
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        beijing.EnrolmentKey = next;
        using var joined = await beijing.AskToJoinAsync(hub);
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);
        (await beijing.StateKeysAsync(hub)).EnsureSuccessStatusCode();
        Expect.Verdict(await hub.VerifyAsync(beijing.Pass().Api), "admit", null);
    }

    [Fact]
    public async Task A_rejected_replacement_leaves_the_present_key_in_force_and_the_way_free()
    {
        var old = beijing.EnrolmentKey;
        beijing.EnrolmentKey = SigningKey.Create();
        (await beijing.AskToJoinAsync(hub)).EnsureSuccessStatusCode();
        using var gate = await hub.PostAsync($"/v1/trust/participants/110000/enrolment-keys/{beijing.EnrolmentKey.Kid}/approval", null, TestPartner.Gate);
        await Expect.ProblemAsync(gate, HttpStatusCode.Forbidden, "forbidden");
        (await DecideAsync(beijing.EnrolmentKey.Kid, "rejection")).EnsureSuccessStatusCode();
        using var late = await DecideAsync(beijing.EnrolmentKey.Kid, "approval");
        await Expect.ProblemAsync(late, HttpStatusCode.NotFound, "not-found");
        beijing.EnrolmentKey = old;
        (await beijing.StateKeysAsync(hub)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task An_approved_region_keeps_its_issuer_identity()
    {
        beijing.Participant = beijing.Participant with { Issuer = "https://peking.healthbao.example" };
        using var response = await beijing.AskToJoinAsync(hub);
        await Expect.ProblemAsync(response, HttpStatusCode.Conflict, "conflict");
    }

    private Task<HttpResponseMessage> DecideAsync(string kid, string what) =>
        hub.PostAsync($"/v1/trust/participants/110000/enrolment-keys/{kid}/{what}", null, TestPartner.Operator);

    private Task<JsonElement> ListAsync() => hub.ListAsync("participants");
}
