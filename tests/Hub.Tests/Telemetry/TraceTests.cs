using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using HealthBao.Hub.Telemetry;
using HealthBao.Telemetry;

namespace HealthBao.Hub.Tests.Telemetry;

public sealed class TraceTests
{
    private const string CallersTrace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task What_leaves_by_OTLP_holds_no_name_number_code_ticket_or_header()
    {
        await using var collector = await Collector.StartAsync();
        await using (var hub = await RunningHub.StartAsync(settings: collector.Settings))
        {
            await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
            await AllCalls.MakeAsync(hub, beijing);
            await Eventually.IsTrueAsync(() => collector.Spans.Contains("GET /regions/110000/v1/corrections/{ticket", StringComparison.Ordinal)
                && collector.All.Contains("healthbao.verdicts", StringComparison.Ordinal));
        }

        Assert.Contains("POST /v1/verifications", collector.Spans, StringComparison.Ordinal);
        Assert.Contains("region call", collector.Spans, StringComparison.Ordinal);
        Assert.All(AllCalls.Secrets, secret => Assert.DoesNotContain(secret, collector.All, StringComparison.Ordinal));
        Assert.DoesNotContain("scanner/", collector.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer", collector.All, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", collector.Spans, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_caller_chooses_neither_the_trace_nor_whether_it_is_kept_and_its_words_go_no_further()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/regions/110000/.well-known/concept-map");
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{CallersTrace}-b7ad6b7169203331-01");
        request.Headers.TryAddWithoutValidation("tracestate", "x=1");
        request.Headers.TryAddWithoutValidation("baggage", "name=value");
        using var answer = await hub.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();

        var call = Assert.Single(beijing.Adapter.Received, c => c.Path == "/.well-known/concept-map");
        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-00$", call.TraceParent);
        Assert.DoesNotContain(CallersTrace, call.TraceParent, StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty(call.TraceState));
        Assert.True(string.IsNullOrEmpty(call.Baggage));
    }

    [Fact]
    public async Task A_kept_trace_goes_on_at_the_adapter_and_links_a_partners_own()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener { ShouldListenTo = s => s.Name == "Microsoft.AspNetCore", Sample = (ref _) => ActivitySamplingResult.PropagationData, ActivityStopped = spans.Enqueue };
        ActivitySource.AddActivityListener(listener);
        await using var collector = await Collector.StartAsync();
        await using var hub = await RunningHub.StartAsync(settings: collector.Settings);
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/verifications") { Content = JsonContent.Create(new { pass = AllCalls.Code, destination = "120000" }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await hub.TokenAsync(TestPartner.Gate));
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{CallersTrace}-b7ad6b7169203331-00");
        using var answer = await hub.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();

        var call = Assert.Single(beijing.Adapter.Received, c => c.Path == "/v1/passes");
        await Eventually.IsTrueAsync(() => spans.Any(s => s.Links.Any(l => l.Context.TraceId.ToHexString() == CallersTrace)));
        var ours = spans.First(s => s.Links.Any(l => l.Context.TraceId.ToHexString() == CallersTrace));
        Assert.StartsWith($"00-{ours.TraceId}-", call.TraceParent, StringComparison.Ordinal);
        Assert.EndsWith("-01", call.TraceParent, StringComparison.Ordinal);
        Assert.NotEqual(CallersTrace, ours.TraceId.ToHexString());
    }

    [Fact]
    public void A_tag_outside_the_closed_list_is_taken_out_and_a_span_with_an_event_stays_here()
    {
        using var source = new ActivitySource("closed tags");
        using var listener = new ActivityListener { ShouldListenTo = s => s == source, Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        using var closed = new ClosedTags();
        using var plain = source.StartActivity("plain")!;
        plain.SetTag("url.path", "/v1/corrections/" + AllCalls.Ticket).SetTag(Tags.Route, "/v1/corrections/{ticket}").SetStatus(ActivityStatusCode.Error, TestPeople.Zhang.Name);
        plain.TraceStateString = "name=" + TestPeople.Zhang.Number;
        closed.OnEnd(plain);
        Assert.Equal([Tags.Route], plain.TagObjects.Select(t => t.Key));
        Assert.Null(plain.StatusDescription);
        Assert.Null(plain.TraceStateString);
        Assert.True(plain.Recorded);

        using var failed = source.StartActivity("failed")!;
        failed.AddException(new InvalidOperationException(TestPeople.Zhang.Name));
        closed.OnEnd(failed);
        Assert.False(failed.Recorded);
    }

    [Fact]
    public async Task Without_a_collector_a_problem_still_names_its_trace()
    {
        await using var hub = await RunningHub.StartAsync();
        var problem = await Expect.ProblemAsync(await hub.Http.GetAsync("/nothing"), System.Net.HttpStatusCode.NotFound, "not-found");
        Assert.Matches("^[0-9a-f]{32}$", problem.GetProperty("traceId").GetString());
        Assert.Equal("HealthBao.Hub", HubSpans.Source.Name);
    }
}
