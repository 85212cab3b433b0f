using System.Net;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hub.Tests.Trust;

public sealed class KeySuspensionTests : IAsyncLifetime
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
    public async Task A_key_that_the_operator_suspends_counts_no_more_and_the_list_says_so()
    {
        var pass = beijing.Pass().Api;
        Expect.Verdict(await hub.VerifyAsync(pass), "admit", null);
        using var suspended = await SuspendAsync(beijing.TodaysKey.Kid, TestPartner.Operator);
        Assert.Equal(HttpStatusCode.OK, suspended.StatusCode);
        Expect.Verdict(await hub.VerifyAsync(pass), "cannot-tell", "unknown-key");
        var keys = Assert.Single((await hub.TrustListAsync()).Participants).Keys;
        Assert.Equal([(beijing.TodaysKey.Kid, true), (beijing.KeyOf(beijing.Today.Next).Kid, false)], keys.Select(k => (k.Jwk.Thumbprint, k.IsSuspended)));
        Assert.True(await hub.SaysAsync("110000", "no key of today"));
    }

    [Fact]
    public async Task A_region_suspends_its_own_key_and_states_another_for_the_same_day()
    {
        var pass = beijing.Pass().Api;
        using var suspended = await beijing.SuspendKeyAsync(hub, beijing.TodaysKey.Kid);
        Assert.Equal(HttpStatusCode.OK, suspended.StatusCode);
        Expect.Verdict(await hub.VerifyAsync(pass), "cannot-tell", "unknown-key");
        using var early = await beijing.StateKeysAsync(hub);
        await Expect.ProblemAsync(early, HttpStatusCode.Conflict, "conflict");

        beijing.ForgetKey(beijing.Today);
        (await beijing.StateKeysAsync(hub)).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(beijing.Pass().Api), "verdict") == "admit");
        Expect.Verdict(await hub.VerifyAsync(pass), "cannot-tell", "unknown-key");
    }

    [Fact]
    public async Task A_region_suspends_no_key_of_another()
    {
        await using var tianjin = await FakeRegion.JoinAsync(hub, "120000");
        using var response = await tianjin.SuspendKeyAsync(hub, beijing.TodaysKey.Kid);
        await Expect.ProblemAsync(response, HttpStatusCode.NotFound, "not-found");
        var forged = KeySuspension.Sign(beijing.Issuer, "110000", beijing.TodaysKey.Kid, tianjin.EnrolmentKey, hub.Clock.GetUtcNow());
        using var second = await FakeRegion.PostJwtAsync(hub, $"/v1/trust/keys/{beijing.TodaysKey.Kid}/suspension", forged);
        await Expect.ProblemAsync(second, HttpStatusCode.BadRequest, "bad-request");
        Expect.Verdict(await hub.VerifyAsync(beijing.Pass().Api), "admit", null);
    }

    [Fact]
    public async Task A_suspension_is_of_the_key_in_its_address_and_counts_once()
    {
        var tomorrow = beijing.KeyOf(beijing.Today.Next).Kid;
        using var other = await FakeRegion.PostJwtAsync(hub, $"/v1/trust/keys/{tomorrow}/suspension", beijing.Suspension(beijing.TodaysKey.Kid));
        await Expect.ProblemAsync(other, HttpStatusCode.BadRequest, "bad-request");
        var token = beijing.Suspension(tomorrow);
        using var first = await FakeRegion.PostJwtAsync(hub, $"/v1/trust/keys/{tomorrow}/suspension", token);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var again = await FakeRegion.PostJwtAsync(hub, $"/v1/trust/keys/{tomorrow}/suspension", token);
        await Expect.ProblemAsync(again, HttpStatusCode.Conflict, "conflict");
        using var anew = await beijing.SuspendKeyAsync(hub, tomorrow);
        Assert.Equal(HttpStatusCode.OK, anew.StatusCode);
    }

    [Fact]
    public async Task Suspending_needs_the_scope_trust_or_the_regions_own_word()
    {
        using var nobody = await hub.PostAsync($"/v1/trust/keys/{beijing.TodaysKey.Kid}/suspension", null);
        await Expect.ProblemAsync(nobody, HttpStatusCode.Unauthorized, "unauthorized");
        using var gate = await SuspendAsync(beijing.TodaysKey.Kid, TestPartner.Gate);
        await Expect.ProblemAsync(gate, HttpStatusCode.Forbidden, "forbidden");
        using var text = await hub.PostTextAsync($"/v1/trust/keys/{beijing.TodaysKey.Kid}/suspension", "{}", TestPartner.Operator);
        await Expect.ProblemAsync(text, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        using var unknown = await SuspendAsync("nothing-of-the-kind", TestPartner.Operator);
        await Expect.ProblemAsync(unknown, HttpStatusCode.NotFound, "not-found");
        Expect.Verdict(await hub.VerifyAsync(beijing.Pass().Api), "admit", null);
    }

    [Fact]
    public async Task A_suspended_region_can_still_suspend_its_keys()
    {
        (await beijing.SuspendAsync(hub)).EnsureSuccessStatusCode();
        using var response = await beijing.SuspendKeyAsync(hub, beijing.TodaysKey.Kid);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_key_suspended_at_one_node_is_refused_at_the_other_and_leaves_force_in_both_lists()
    {
        await using var two = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        await Eventually.IsTrueAsync(() => two.SaysAsync("110000", "ready"));
        var pass = beijing.Pass().Api;
        Expect.Verdict(await two.VerifyAsync(pass), "admit", null);
        using var suspended = await SuspendAsync(beijing.TodaysKey.Kid, TestPartner.Operator);
        await Eventually.IsTrueAsync(async () => Expect.Text(await two.VerifyAsync(pass), "reason") == "unknown-key");
        Assert.Equal((await hub.TrustListAsync()).Sequence, (await two.TrustListAsync()).Sequence);
        Assert.True(Assert.Single((await two.TrustListAsync()).Participants).Keys[0].IsSuspended);
    }

    [Fact]
    public async Task A_key_stays_suspended_over_a_restart()
    {
        var pass = beijing.Pass().Api;
        (await SuspendAsync(beijing.TodaysKey.Kid, TestPartner.Operator)).EnsureSuccessStatusCode();
        await hub.DisposeAsync();
        hub = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        Expect.Verdict(await hub.VerifyAsync(pass), "cannot-tell", "unknown-key");
    }

    private Task<HttpResponseMessage> SuspendAsync(string kid, TestPartner partner) => hub.PostAsync($"/v1/trust/keys/{kid}/suspension", null, partner);
}
