using System.Net;
using System.Net.Http.Json;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Expiry;
using HealthBao.Adapters.Tests.NativeSystem;

namespace HealthBao.Adapters.Tests.Telemetry;

public sealed class AdapterTelemetryTests
{
    private const string Code = "DEMO:secret-code-content-42";
    private static readonly string[] Secrets = ["张三", "11010519491231002X", "secret-code-content", "subject-1", "hZ9mNsecretTicket"];

    [Fact]
    public async Task Passes_enquiries_and_what_the_adapter_holds_can_be_read()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        await adapter.PassAsync(Code);
        await adapter.PassAsync(Code);
        adapter.Source.ByCode = _ => Task.FromResult<EnquiryOutcome>(new EnquiryOutcome.SourceFailed(SourceFault.TimedOut));
        using (await adapter.AskAsync("DEMO:another")) { }

        var text = await adapter.Http.GetStringAsync("/metrics");

        Assert.Contains("healthbao_passes_issued_total{healthbao_status=\"no-abnormality\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("healthbao_source_enquiry_duration_seconds_count{healthbao_outcome=\"stated\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("healthbao_source_enquiry_duration_seconds_count{healthbao_outcome=\"timed-out\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("healthbao_keys_days_ahead 1\n", text, StringComparison.Ordinal);
        Assert.Contains("healthbao_hub_joined 0\n", text, StringComparison.Ordinal);
        Assert.Contains("healthbao_status_list_version 0\n", text, StringComparison.Ordinal);
        Assert.Matches("healthbao_status_list_places [1-9][0-9]*\n", text);
    }

    [Fact]
    public async Task Told_changes_are_counted_by_reason_and_a_repeated_one_once()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        await adapter.PassAsync(Code);
        var change = new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00" };
        Assert.Equal(1, await ChangeTests.TellAsync(adapter, change));
        Assert.Equal(1, await ChangeTests.TellAsync(adapter, change));

        var text = await adapter.Http.GetStringAsync("/metrics");

        Assert.Contains("healthbao_changes_total{healthbao_reason=\"cdc-list\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("healthbao_changes_passes_total{healthbao_reason=\"cdc-list\"} 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_that_was_dropped_shows_in_the_purges_age()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        Assert.DoesNotContain("healthbao_purge_age_seconds ", await adapter.Http.GetStringAsync("/metrics"), StringComparison.Ordinal);
        adapter.Clock.Advance(TimeSpan.FromHours(24));
        await adapter.Service<DayTurn>().TurnAsync();
        adapter.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Matches("healthbao_purge_age_seconds 6[0-9]{2}\n", await adapter.Http.GetStringAsync("/metrics"));
    }

    [Fact]
    public async Task Neither_logs_with_their_scopes_nor_metrics_hold_a_name_number_code_or_ticket()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        await adapter.PassAsync(Code);
        foreach (var path in new[] { "/v1/corrections/hZ9mNsecretTicket", "/v1/nothing/11010519491231002X?name=%E5%BC%A0%E4%B8%89", "/status/11010519491231002X", "/readyz" })
            using (await adapter.Http.GetAsync(path)) { }
        using (await adapter.Http.PostAsJsonAsync("/v1/changes", new { subject = "subject-1", occurredAt = "11010519491231002X" })) { }
        using (await adapter.Http.PostAsJsonAsync("/v1/passes", new Dictionary<string, string> { ["张三"] = "11010519491231002X" })) { }

        var told = string.Join('\n', adapter.Log.Lines) + await adapter.Http.GetStringAsync("/metrics");

        Assert.Contains("healthbao_", told, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_comes_through_the_gateway_finds_no_metrics()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "127.0.0.1");
        using var answer = await adapter.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Readiness_tells_whether_the_regions_own_system_is_asked()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        Assert.Contains("\"source\":\"asked\"", await adapter.Http.GetStringAsync("/readyz"), StringComparison.Ordinal);
    }
}
