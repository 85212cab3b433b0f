using System.Net;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Tests.Audit;

namespace HealthBao.Hub.Tests.Trust;

/// <summary>Who changed the trust, and what: recorded before it counts.</summary>
public sealed class TrustAuditTests
{
    [Fact]
    public async Task Everything_that_changes_the_trust_is_recorded_with_who_and_what()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        var (key, tomorrow, enrolment) = (beijing.TodaysKey.Kid, beijing.KeyOf(beijing.Today.Next).Kid, beijing.EnrolmentKey.Kid);
        (await beijing.AskToJoinAsync(hub)).EnsureSuccessStatusCode();
        (await beijing.StateKeysAsync(hub)).EnsureSuccessStatusCode();
        (await beijing.SuspendKeyAsync(hub, key)).EnsureSuccessStatusCode();
        await Expect.ProblemAsync(await beijing.StateKeysAsync(hub), HttpStatusCode.Conflict, "conflict");
        (await hub.PostAsync($"/v1/trust/keys/{tomorrow}/suspension", null, TestPartner.Operator)).EnsureSuccessStatusCode();
        await PolicyAsync(hub, beijing, "urgent words");
        var next = SigningKey.Create();
        (await FakeRegion.PostJwtAsync(hub, "/v1/trust/participants/110000/enrolment-keys", EnrolmentKeyReplacement.Sign(beijing.Issuer, "110000", beijing.EnrolmentKey, next, hub.Clock.GetUtcNow()))).EnsureSuccessStatusCode();
        (await beijing.SuspendAsync(hub)).EnsureSuccessStatusCode();

        string?[][] recorded = [.. (await hub.EntriesAsync()).Where(e => Expect.Text(e, "kind") != "audit-read").Select(e =>
            (string?[])[.. new[] { "kind", "by", "subject", "policy", "outcome", "note" }.Select(m => e.TryGetProperty(m, out var value) ? value.GetString() : null)])];
        string?[][] expected =
        [
            ["participant-requested", enrolment, enrolment, null, "pending", null],
            ["participant-approved", "operator", enrolment, null, "active", null],
            ["keys-stated", enrolment, key, null, "active", null],
            ["keys-stated", enrolment, tomorrow, null, "active", null],
            ["key-suspended", enrolment, key, null, "suspended", null],
            ["keys-stated", enrolment, key, null, "refused", "suspended"],
            ["key-suspended", "operator", tomorrow, null, "suspended", null],
            ["policy-requested", enrolment, null, "110000/2", "pending", null],
            ["policy-approved", "operator", null, "110000/2", "refused", "notice-too-short"],
            ["policy-approved", "operator", null, "110000/2", "approved", "urgent words"],
            ["policy-withdrawn", "operator", null, "110000/2", "withdrawn", null],
            ["enrolment-key-replaced", enrolment, next.Kid, null, "registered", null],
            ["participant-suspended", "operator", next.Kid, null, "suspended", null],
        ];
        Assert.Equal(expected.Select(Line).Order(StringComparer.Ordinal), recorded.Select(Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_recorded_does_not_happen()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        File.Delete(hub.FileOf());
        using var suspended = await beijing.SuspendAsync(hub);
        await Expect.ProblemAsync(suspended, HttpStatusCode.ServiceUnavailable, "unavailable");
        using var key = await beijing.SuspendKeyAsync(hub, beijing.TodaysKey.Kid);
        await Expect.ProblemAsync(key, HttpStatusCode.ServiceUnavailable, "unavailable");
        var listed = Assert.Single((await hub.TrustListAsync()).Participants);
        Assert.Equal((ParticipantState.Active, false), (listed.State, listed.Keys[0].IsSuspended));
    }

    private static string Line(string?[] members) => string.Join('|', members);

    private static async Task PolicyAsync(RunningHub hub, FakeRegion region, string reason)
    {
        var policy = """{"destination":"110000","version":2,"effectiveFrom":"2026-03-02T00:00:00+08:00","style":"copy-colour","rules":[{"status":"no-abnormality","verdict":"admit","treatment":{"zh":"词","en":"words"}}]}""";
        (await FakeRegion.PostJwtAsync(hub, "/v1/trust/policies", PolicyRequest.Sign(region.Issuer, "110000", policy, region.EnrolmentKey, hub.Clock.GetUtcNow()))).EnsureSuccessStatusCode();
        await Expect.ProblemAsync(await hub.PostAsync("/v1/trust/policies/110000/2/approval", null, TestPartner.Operator), HttpStatusCode.Conflict, "conflict");
        (await hub.PostTextAsync("/v1/trust/policies/110000/2/approval", $$"""{"urgent":true,"reason":"{{reason}}"}""", TestPartner.Operator)).EnsureSuccessStatusCode();
        (await hub.PostAsync("/v1/trust/policies/110000/2/withdrawal", null, TestPartner.Operator)).EnsureSuccessStatusCode();
    }
}
