using System.Net;
using HealthBao.Hub.Tests.Audit;

namespace HealthBao.Hub.Tests.Limits;

public sealed class CallRateTests
{
    private const string Verification = """{"pass":"nonsense","destination":"120000"}""";

    [Theory]
    [InlineData("Limits:VerifyPerMinute", "verify", "/v1/verifications", "application/json")]
    [InlineData("Limits:BatchPerMinute", "batch", "/v1/verifications/batch", "application/x-ndjson")]
    [InlineData("Limits:QueryPerMinute", "query", "/v1/status-queries", "application/json")]
    public async Task A_partner_above_its_rate_is_told_when_to_come_again_and_is_let_in_then(string setting, string name, string path, string mediaType)
    {
        await using var hub = await RunningHub.StartAsync(settings: (setting, "2"));
        using (var first = await hub.PostTextAsync(path, Verification, TestPartner.Gate, mediaType))
        {
            Assert.Equal($"\"{name}\";q=2;w=60", first.Field("RateLimit-Policy"));
            Assert.Equal($"\"{name}\";r=1;t=60", first.Field("RateLimit"));
            Assert.Null(first.Field("Retry-After"));
        }

        hub.Clock.Advance(TimeSpan.FromSeconds(20));
        using (var second = await hub.PostTextAsync(path, Verification, TestPartner.Gate, mediaType)) Assert.Equal($"\"{name}\";r=0;t=40", second.Field("RateLimit"));
        var recorded = (await hub.EntriesAsync("?by=tianjin-gate")).Count;
        using (var refused = await hub.PostTextAsync(path, Verification, TestPartner.Gate, mediaType))
        {
            await Expect.ProblemAsync(refused, HttpStatusCode.TooManyRequests, "too-many-requests", "nonsense");
            Assert.Equal(("40", $"\"{name}\";r=0;t=40"), (refused.Field("Retry-After"), refused.Field("RateLimit")));
        }

        Assert.Equal(recorded, (await hub.EntriesAsync("?by=tianjin-gate")).Count);
        hub.Clock.Advance(TimeSpan.FromSeconds(40));
        using var later = await hub.PostTextAsync(path, Verification, TestPartner.Gate, mediaType);
        Assert.Equal($"\"{name}\";r=1;t=60", later.Field("RateLimit"));
    }

    [Fact]
    public async Task One_partners_rate_is_not_anothers_and_one_kind_of_call_is_not_another()
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Limits:VerifyPerMinute", "1"));
        Assert.Equal(HttpStatusCode.OK, await VerifyAsync(hub, TestPartner.Gate));
        Assert.Equal(HttpStatusCode.TooManyRequests, await VerifyAsync(hub, TestPartner.Gate));
        Assert.Equal(HttpStatusCode.OK, await VerifyAsync(hub, TestPartner.Scanner));
        using var batch = await hub.PostTextAsync("/v1/verifications/batch", Verification, TestPartner.Gate, "application/x-ndjson");
        Assert.Equal(HttpStatusCode.OK, batch.StatusCode);
    }

    [Fact]
    public async Task An_operator_and_an_auditor_have_rates_too()
    {
        await using var hub = await RunningHub.StartAsync(settings: [("Limits:TrustPerMinute", "1"), ("Limits:AuditPerMinute", "1")]);
        await hub.ListAsync("participants");
        using var refused = await hub.PostAsync("/v1/trust/participants/110000/approval", null, TestPartner.Operator);
        await Expect.ProblemAsync(refused, HttpStatusCode.TooManyRequests, "too-many-requests");
        await hub.AuditAsync();
        using var unread = await hub.GetAuditAsync();
        await Expect.ProblemAsync(unread, HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Fact]
    public async Task Whoever_is_not_let_in_at_all_counts_for_nobody()
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Limits:QueryPerMinute", "1"));
        using var forbidden = await hub.PostTextAsync("/v1/status-queries", "{}", TestPartner.Scanner);
        Assert.Equal((HttpStatusCode.Forbidden, null), (forbidden.StatusCode, forbidden.Field("RateLimit")));
        using var nobody = await hub.PostTextAsync("/v1/status-queries", "{}");
        Assert.Equal((HttpStatusCode.Unauthorized, null), (nobody.StatusCode, nobody.Field("RateLimit")));
    }

    private static async Task<HttpStatusCode> VerifyAsync(RunningHub hub, TestPartner partner)
    {
        using var response = await hub.PostTextAsync("/v1/verifications", Verification, partner);
        return response.StatusCode;
    }
}
