using System.Net;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Tests.Partners;

namespace HealthBao.Hub.Tests.Telemetry;

public sealed class MetricsTests
{
    private static readonly HashSet<string> Labels =
    [
        "healthbao_verdict", "healthbao_reason", "healthbao_region", "healthbao_destination", "healthbao_call", "healthbao_outcome", "healthbao_state", "healthbao_limit", "healthbao_alarm",
        "http_request_method", "http_route", "http_response_status_code", "error_type", "dotnet_gc_heap_generation", "cpu_mode", "le",
    ];

    [Fact]
    public async Task Verdicts_are_counted_by_verdict_reason_region_and_destination()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        for (var i = 0; i < 3; i++) await hub.VerifyAsync(beijing.Sign(beijing.Says()).Api);
        await hub.VerifyAsync(beijing.Sign(beijing.Says("red")).Api);
        await hub.VerifyAsync("nonsense", "990123");

        var metrics = await Exposition.ReadAsync(hub);

        const string Verdicts = "healthbao_verdicts_total";
        Assert.Equal(3, metrics.Sum(Verdicts, ("healthbao_verdict", "admit"), ("healthbao_reason", "none"), ("healthbao_region", "110000"), ("healthbao_destination", "120000")));
        Assert.Equal(1, metrics.Sum(Verdicts, ("healthbao_verdict", "refuse"), ("healthbao_reason", "central-observation")));
        Assert.Equal(1, metrics.Sum(Verdicts, ("healthbao_verdict", "cannot-tell"), ("healthbao_reason", "malformed"), ("healthbao_region", "none"), ("healthbao_destination", "other")));
        Assert.Equal(5, metrics.Sum("healthbao_verification_duration_seconds_count", ("healthbao_call", "verification")));
        Assert.Equal(5, metrics.Sum("http_server_request_duration_seconds_count", ("http_route", "/v1/verifications"), ("http_response_status_code", "200")));
    }

    [Fact]
    public async Task What_the_hub_holds_of_each_region_can_be_read()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        await hub.VerifyAsync("nonsense");

        var metrics = await Exposition.ReadAsync(hub);

        Assert.Equal(1, metrics.Sum("healthbao_keys_in_force", ("healthbao_region", "110000")));
        Assert.Equal(1, metrics.Sum("healthbao_keys_tomorrow", ("healthbao_region", "110000")));
        Assert.Equal(1, metrics.Sum("healthbao_region_ready", ("healthbao_region", "110000")));
        Assert.Equal(1, metrics.Sum("healthbao_region_breaker", ("healthbao_region", "110000"), ("healthbao_state", "closed")));
        Assert.Equal(0, metrics.Sum("healthbao_region_breaker", ("healthbao_state", "open")));
        Assert.Equal((await hub.TrustListAsync()).Sequence, metrics.Sum("healthbao_trust_list_sequence"));
        Assert.Equal(1, metrics.Sum("healthbao_audit_writable"));
        Assert.True(metrics.Sum("healthbao_audit_append_entries_sum") > 0);
        Assert.True(metrics.Sum("healthbao_region_call_duration_seconds_count", ("healthbao_region", "110000"), ("healthbao_outcome", "answered")) > 0);
        Assert.Contains(metrics.Samples, s => s.Name == "healthbao_status_list_age_seconds" && s.Labels["healthbao_region"] == "110000");
    }

    [Fact]
    public async Task A_region_that_does_not_answer_is_counted_and_its_open_breaker_told()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        await beijing.Adapter.StopAsync();
        await Eventually.IsTrueAsync(async () =>
        {
            using var answer = await hub.Http.GetAsync("/regions/110000/.well-known/jwks.json");
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable;
        });
        // The breaker tries again after two seconds: it is seen open in between.
        await Eventually.IsTrueAsync(async () =>
        {
            using var answer = await hub.Http.GetAsync("/regions/110000/.well-known/jwks.json");
            var readiness = await hub.Http.GetAsync("/readyz");
            return readiness.IsSuccessStatusCode && (await readiness.Content.ReadAsStringAsync()).Contains("\"110000\":\"circuit breaker open\"", StringComparison.Ordinal);
        });

        Assert.True((await Exposition.ReadAsync(hub)).Sum("healthbao_region_call_duration_seconds_count", ("healthbao_outcome", "breaker-open")) > 0);
        Assert.True((await Exposition.ReadAsync(hub)).Sum("healthbao_region_call_duration_seconds_count", ("healthbao_outcome", "unreachable")) > 0);
    }

    [Fact]
    public async Task A_destination_whose_policy_was_approved_while_the_hub_runs_has_a_series_of_its_own()
    {
        const string Policy = """{"destination":"990000","version":1,"effectiveFrom":"2026-03-01T10:00:00+08:00","style":"copy-colour","rules":[{"status":"no-abnormality","verdict":"admit","treatment":{"zh":"词","en":"words"}}]}""";
        await using var hub = await RunningHub.StartAsync(settings: ("Hub:MadeUpRegions:0", "990000"));
        await using var demo = await FakeRegion.JoinAsync(hub, "990000");
        await hub.VerifyAsync("nonsense", "990000");
        Assert.Equal(0, (await Exposition.ReadAsync(hub)).Sum("healthbao_verdicts_total", ("healthbao_destination", "990000")));

        (await FakeRegion.PostJwtAsync(hub, "/v1/trust/policies", PolicyRequest.Sign(demo.Issuer, "990000", Policy, demo.EnrolmentKey, hub.Clock.GetUtcNow()))).EnsureSuccessStatusCode();
        using var urgent = new StringContent("""{"urgent":true,"reason":"outbreak"}""", null, "application/json");
        (await hub.PostAsync("/v1/trust/policies/990000/1/approval", urgent, TestPartner.Operator)).EnsureSuccessStatusCode();
        await hub.VerifyAsync("nonsense", "990000");

        Assert.Equal(1, (await Exposition.ReadAsync(hub)).Sum("healthbao_verdicts_total", ("healthbao_destination", "990000")));
    }

    [Fact]
    public async Task Refused_assertions_and_spent_limits_are_counted()
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Partners:RequestsPerMinute", "2"));
        var stranger = new TestPartner(TestPartner.Gate.ClientId, "120000", "verify");
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.TokenStatusAsync(stranger));
        for (var i = 0; i < 4; i++) using (await hub.AskToJoinAsync("no request")) { }

        var metrics = await Exposition.ReadAsync(hub);

        Assert.Equal(1, metrics.Sum("healthbao_assertions_refused_total"));
        Assert.Equal(2, metrics.Sum("healthbao_limit_refusals_total", ("healthbao_limit", "join")));
    }

    [Fact]
    public async Task Two_hubs_in_one_process_count_each_their_own()
    {
        await using var one = await RunningHub.StartAsync();
        await using var other = await RunningHub.StartAsync();
        await one.VerifyAsync("nonsense");
        Assert.Equal(1, (await Exposition.ReadAsync(one)).Sum("healthbao_verdicts_total"));
        Assert.Equal(0, (await Exposition.ReadAsync(other)).Sum("healthbao_verdicts_total"));
        Assert.Equal(0, (await Exposition.ReadAsync(other)).Sum("http_server_request_duration_seconds_count", ("http_route", "/v1/verifications")));
    }

    [Fact]
    public async Task Every_label_is_in_the_closed_list_and_no_value_is_what_somebody_sent()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        await AllCalls.MakeAsync(hub, beijing);

        var metrics = await Exposition.ReadAsync(hub);

        Assert.All(metrics.Samples, s => Assert.Empty(s.Labels.Keys.Except(Labels)));
        Assert.All(AllCalls.Secrets, secret => Assert.DoesNotContain(secret, metrics.Text, StringComparison.Ordinal));
        Assert.Contains(metrics.Samples, s => s.Labels.GetValueOrDefault("http_route", "").Contains("{ticket", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 gate")]
    public async Task A_call_that_came_through_a_proxy_finds_no_metrics(string header, string value)
    {
        await using var hub = await RunningHub.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.TryAddWithoutValidation(header, value);
        await Expect.ProblemAsync(await hub.Http.SendAsync(request), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Metrics_are_answered_to_the_networks_that_the_operator_named_and_to_no_other()
    {
        await using var elsewhere = await RunningHub.StartAsync(settings: ("Telemetry:MetricsAddresses:0", "10.1.0.0/16"));
        await Expect.ProblemAsync(await elsewhere.Http.GetAsync("/metrics"), HttpStatusCode.NotFound, "not-found");
        await using var here = await RunningHub.StartAsync(settings: ("Telemetry:MetricsAddresses:0", "127.0.0.0/8"));
        using var answer = await here.Http.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_network_that_is_none_stops_the_start() =>
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => RunningHub.StartAsync(settings: ("Telemetry:MetricsAddresses:0", "everybody")));
}
