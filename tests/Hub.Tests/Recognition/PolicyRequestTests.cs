using System.Net;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Recognition;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Tests.Recognition;

/// <summary>A destination's policy that comes in while the hub runs.</summary>
public sealed class PolicyRequestTests : IAsyncLifetime
{
    private RunningHub hub = null!;
    private FakeRegion tianjin = null!;
    private FakeRegion beijing = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync();
        tianjin = await FakeRegion.JoinAsync(hub, "120000");
        beijing = await FakeRegion.JoinAsync(hub, "110000");
    }

    public async Task DisposeAsync()
    {
        await tianjin.DisposeAsync();
        await beijing.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_policy_is_asked_for_approved_announced_and_decides_from_its_instant_on_at_every_node()
    {
        await using var two = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        using var asked = await AskAsync(Policy(2, "2026-03-04T00:00:00+08:00"));
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var tag = await TagAsync(hub);
        Assert.DoesNotContain(2, await VersionsAsync(hub));

        using var approved = await DecideAsync(2, "approval");
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        Assert.Contains(2, await VersionsAsync(hub));
        Assert.NotEqual(tag, await TagAsync(hub));
        await Eventually.IsTrueAsync(async () => (await VersionsAsync(two)).Contains(2));
        Assert.Equal("120000/1", Expect.Text(await hub.VerifyAsync(beijing.Pass().Api), "policy"));

        hub.Clock.SetUtcNow(DateTimeOffset.Parse("2026-03-03T23:59:59+08:00", System.Globalization.CultureInfo.InvariantCulture));
        foreach (var node in new[] { hub, two }) Assert.Equal("120000/1", node.Service<TrustSource>().Current.Policies.InForce("120000", hub.Clock.GetUtcNow())!.Name);
        hub.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var node in new[] { hub, two }) Assert.Equal("120000/2", node.Service<TrustSource>().Current.Policies.InForce("120000", hub.Clock.GetUtcNow())!.Name);
    }

    [Fact]
    public async Task It_decides_verifications_and_outlives_a_restart()
    {
        (await AskAsync(Policy(2, "2026-03-01T10:00:00+08:00"))).EnsureSuccessStatusCode();
        (await DecideAsync(2, "approval", """{"urgent":true,"reason":"outbreak"}""")).EnsureSuccessStatusCode();
        Assert.Equal("120000/1", Expect.Text(await hub.VerifyAsync(beijing.Pass().Api), "policy"));
        hub.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("120000/2", Expect.Text(await hub.VerifyAsync(beijing.Pass().Api), "policy"));
        await hub.DisposeAsync();
        hub = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        Assert.Contains(2, await VersionsAsync(hub));
    }

    [Fact]
    public async Task A_policy_needs_notice_unless_the_operator_calls_it_urgent_and_says_why()
    {
        (await AskAsync(Policy(2, "2026-03-03T08:59:59+08:00"))).EnsureSuccessStatusCode();
        using var tooNear = await DecideAsync(2, "approval");
        await Expect.ProblemAsync(tooNear, HttpStatusCode.Conflict, "conflict");
        foreach (var body in new[] { "{}", """{"urgent":true}""", """{"urgent":false,"reason":"x"}""", """{"urgent":true,"reason":""}""", """{"urgent":true,"reason":"x","more":1}""", "[" })
        {
            using var bad = await DecideAsync(2, "approval", body);
            await Expect.ProblemAsync(bad, HttpStatusCode.BadRequest, "bad-request");
        }

        using var urgent = await DecideAsync(2, "approval", """{"urgent":true,"reason":"outbreak in two districts"}""");
        Assert.Equal(HttpStatusCode.OK, urgent.StatusCode);
        var listed = (await hub.ListAsync("policies")).EnumerateArray().Single(p => Expect.Text(p, "destination") == "120000" && p.GetProperty("version").GetInt32() == 2);
        Assert.Equal(("announced", "operator", "outbreak in two districts", tianjin.EnrolmentKey.Kid), (Expect.Text(listed, "state"), Expect.Text(listed, "decidedBy"), Expect.Text(listed, "urgentReason"), Expect.Text(listed, "requestedBy")));

        await using var short_ = await RunningHub.StartAsync(settings: ("Hub:PolicyNoticeHours", "0"));
        await using var region = await FakeRegion.JoinAsync(short_, "120000");
        (await FakeRegion.PostJwtAsync(short_, "/v1/trust/policies", PolicyRequest.Sign(region.Issuer, "120000", Policy(2, "2026-03-01T09:00:00+08:00"), region.EnrolmentKey, short_.Clock.GetUtcNow()))).EnsureSuccessStatusCode();
        (await short_.PostAsync("/v1/trust/policies/120000/2/approval", null, TestPartner.Operator)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Versions_only_grow()
    {
        using var shipped = await AskAsync(Policy(1, "2026-03-09T00:00:00+08:00"));
        await Expect.ProblemAsync(shipped, HttpStatusCode.Conflict, "conflict");
        foreach (var version in new[] { 3, 4 }) (await AskAsync(Policy(version, "2026-03-09T00:00:00+08:00"))).EnsureSuccessStatusCode();
        (await AskAsync(Policy(4, "2026-03-10T00:00:00+08:00"))).EnsureSuccessStatusCode();
        (await DecideAsync(4, "approval")).EnsureSuccessStatusCode();
        using var lower = await DecideAsync(3, "approval");
        await Expect.ProblemAsync(lower, HttpStatusCode.Conflict, "conflict");
        (await DecideAsync(4, "withdrawal")).EnsureSuccessStatusCode();
        using var again = await AskAsync(Policy(4, "2026-03-11T00:00:00+08:00"));
        await Expect.ProblemAsync(again, HttpStatusCode.Conflict, "conflict");
        Assert.DoesNotContain(4, await VersionsAsync(hub));
    }

    [Fact]
    public async Task What_is_in_force_is_not_withdrawn_and_what_was_rejected_is_not_approved()
    {
        (await AskAsync(Policy(2, "2026-03-04T00:00:00+08:00"))).EnsureSuccessStatusCode();
        (await DecideAsync(2, "rejection")).EnsureSuccessStatusCode();
        using var rejected = await DecideAsync(2, "approval");
        await Expect.ProblemAsync(rejected, HttpStatusCode.Conflict, "conflict");
        (await AskAsync(Policy(2, "2026-03-01T09:00:00+08:00"))).EnsureSuccessStatusCode();
        using var pending = await DecideAsync(2, "withdrawal");
        await Expect.ProblemAsync(pending, HttpStatusCode.Conflict, "conflict");
        (await DecideAsync(2, "approval", """{"urgent":true,"reason":"now"}""")).EnsureSuccessStatusCode();
        using var late = await DecideAsync(2, "withdrawal");
        await Expect.ProblemAsync(late, HttpStatusCode.Conflict, "conflict");
        using var unknown = await DecideAsync(9, "approval");
        await Expect.ProblemAsync(unknown, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Every_fault_of_a_policy_is_named()
    {
        var policy = """{"destination":"12","version":0,"effectiveFrom":"2026-03-04T00:00:00+08:00","effectiveUntil":"2026-03-04T00:00:00+08:00","maxStatusAgeMinutes":0,"cityScopeRecognisedFrom":["x"],"style":"copy-colour","rules":[null,{"status":"no-abnormality","verdict":"refuse","from":["x"],"scenes":["pub"],"conditions":["quarantine"],"native":"red","treatment":{"zh":"词","en":"words"}},{"status":"central-observation","verdict":"admit","treatment":{"zh":"词","en":"words"}}]}""";
        using var response = await AskAsync(policy);
        var problem = await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request", "quarantine", "pub");
        Assert.Equal(
            ["destination", "version", "effectiveUntil", "maxStatusAgeMinutes", "cityScopeRecognisedFrom", "rules[0]", "rules[1].verdict", "rules[1].from", "rules[1].scenes", "rules[1].conditions", "rules[1].native", "rules[2].verdict"],
            problem.GetProperty("errors").EnumerateArray().Select(e => Expect.Text(e, "field")));
        foreach (var text in new[] { "{", "null", "[]", """{"destination":"120000"}""", Policy(2, "2026-03-04T00:00:00+08:00", "110000") })
        {
            using var bad = await AskAsync(text);
            await Expect.ProblemAsync(bad, HttpStatusCode.BadRequest, "bad-request");
        }
    }

    [Fact]
    public async Task A_destination_speaks_for_itself_only_and_each_request_counts_once()
    {
        var now = hub.Clock.GetUtcNow();
        using var forged = await FakeRegion.PostJwtAsync(hub, "/v1/trust/policies", PolicyRequest.Sign(tianjin.Issuer, "120000", Policy(2, "2026-03-04T00:00:00+08:00"), beijing.EnrolmentKey, now));
        await Expect.ProblemAsync(forged, HttpStatusCode.BadRequest, "bad-request");
        var token = PolicyRequest.Sign(tianjin.Issuer, "120000", Policy(2, "2026-03-04T00:00:00+08:00"), tianjin.EnrolmentKey, now);
        (await FakeRegion.PostJwtAsync(hub, "/v1/trust/policies", token)).EnsureSuccessStatusCode();
        using var again = await FakeRegion.PostJwtAsync(hub, "/v1/trust/policies", token);
        await Expect.ProblemAsync(again, HttpStatusCode.Conflict, "conflict");
        (await tianjin.SuspendAsync(hub)).EnsureSuccessStatusCode();
        using var suspended = await AskAsync(Policy(3, "2026-03-04T00:00:00+08:00"));
        await Expect.ProblemAsync(suspended, HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Deciding_needs_the_scope_trust()
    {
        (await AskAsync(Policy(2, "2026-03-04T00:00:00+08:00"))).EnsureSuccessStatusCode();
        foreach (var what in new[] { "approval", "rejection", "withdrawal" })
        {
            using var gate = await hub.PostAsync($"/v1/trust/policies/120000/2/{what}", null, TestPartner.Gate);
            await Expect.ProblemAsync(gate, HttpStatusCode.Forbidden, "forbidden");
            using var nobody = await hub.PostTextAsync($"/v1/trust/policies/120000/2/{what}", "[");
            await Expect.ProblemAsync(nobody, HttpStatusCode.Unauthorized, "unauthorized");
        }

        using var list = await hub.Http.GetAsync("/v1/trust/policies");
        await Expect.ProblemAsync(list, HttpStatusCode.Unauthorized, "unauthorized");
    }

    private Task<HttpResponseMessage> AskAsync(string policy) =>
        FakeRegion.PostJwtAsync(hub, "/v1/trust/policies", PolicyRequest.Sign(tianjin.Issuer, "120000", policy, tianjin.EnrolmentKey, hub.Clock.GetUtcNow()));

    private Task<HttpResponseMessage> DecideAsync(int version, string what, string? body = null) => hub.PostAsync(
        $"/v1/trust/policies/120000/{version}/{what}", body is null ? null : new StringContent(body, null, "application/json"), TestPartner.Operator);

    private static async Task<string> TagAsync(RunningHub node)
    {
        using var response = await node.Http.GetAsync("/.well-known/recognition-policies");
        return response.Headers.ETag!.Tag;
    }

    private static async Task<int[]> VersionsAsync(RunningHub node)
    {
        var anchor = new VerificationKey(node.Service<HubKeys>().TrustAnchor.Jwk);
        var claims = SignedToken.Verify(await node.Http.GetStringAsync("/.well-known/recognition-policies"), SignedPolicies.Type, kid => kid == anchor.Kid ? anchor : null, 1024 * 1024, 32);
        return [.. JsonElement.Parse(claims!).GetProperty("policies").EnumerateArray().Where(p => Expect.Text(p, "destination") == "120000").Select(p => p.GetProperty("version").GetInt32())];
    }

    private static string Policy(int version, string from, string destination = "120000") =>
        $$$"""{"destination":"{{{destination}}}","version":{{{version}}},"effectiveFrom":"{{{from}}}","style":"copy-colour","rules":[{"status":"no-abnormality","verdict":"admit","treatment":{"zh":"词","en":"words"}}]}""";
}
