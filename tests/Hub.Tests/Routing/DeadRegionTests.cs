using System.Net;
using System.Text.Json;

namespace HealthBao.Hub.Tests.Routing;

public sealed class DeadRegionTests
{
    [Fact]
    public async Task A_dead_region_is_named_and_no_other_is_affected()
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Hub:RegionTimeoutSeconds", "2"));
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        await using var tianjin = await FakeRegion.JoinAsync(hub, "120000");
        await beijing.Adapter.StopAsync();
        for (var i = 0; i < 12; i++)
        {
            using var dead = await hub.Http.GetAsync("/regions/110000/.well-known/jwks.json");
            Assert.True(dead.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable, dead.StatusCode.ToString());
            var problem = await Expect.ProblemAsync(dead, dead.StatusCode, dead.StatusCode == HttpStatusCode.BadGateway ? "source-failed" : "unavailable", beijing.Adapter.Address.Authority);
            Assert.Equal("110000", Expect.Text(problem, "region"));
            using var alive = await hub.Http.GetAsync("/regions/120000/.well-known/jwks.json");
            Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        }

        Expect.Verdict(await hub.VerifyAsync("BEIJING:1"), "cannot-tell", "region-unavailable");
        Expect.Verdict(await hub.VerifyAsync(beijing.Pass().Api), "admit", null);
        tianjin.Adapter.AnswerQueries(() => new(HealthBao.Contracts.Status.HealthStatus.NotHeld, null, null, null));
        var all = await hub.AskAsync("/v1/status-queries", TestPeople.Zhang.Query(null));
        Expect.Verdict(all, "cannot-tell", "region-unavailable");

        await beijing.Adapter.StartAsync();
        await Eventually.IsTrueAsync(async () =>
        {
            using var back = await hub.Http.GetAsync("/regions/110000/.well-known/jwks.json");
            return back.IsSuccessStatusCode;
        });
    }

    [Fact]
    public async Task A_slow_region_is_named_after_its_time()
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Hub:RegionTimeoutSeconds", "1"));
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        beijing.Adapter.OnPass = async (http, _) =>
        {
            var left = new TaskCompletionSource();
            await using (http.RequestAborted.Register(left.SetResult)) await left.Task;
        };
        using var response = await hub.PostTextAsync("/regions/110000/v1/passes", """{"nativeCode":"x"}""");
        var problem = await Expect.ProblemAsync(response, HttpStatusCode.GatewayTimeout, "source-timeout");
        Assert.Equal("110000", Expect.Text(problem, "region"));
    }

    [Fact]
    public async Task An_adapter_below_a_path_is_reached_there_by_every_call()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.StartAsync("110000", hub.Clock);
        beijing.Adapter.Base = "/adapter";
        await beijing.JoinAsync(hub);
        using var response = await hub.Http.GetAsync("/regions/110000/.well-known/concept-map");
        Assert.Equal("GET /adapter/.well-known/concept-map", Expect.Text(JsonElement.Parse(await response.Content.ReadAsStringAsync()), "served"));
        Expect.Verdict(await hub.VerifyAsync("BEIJING:1"), "cannot-tell", "region-unavailable");
        Assert.All(beijing.Adapter.Received, c => Assert.StartsWith("/adapter/", c.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Health_tells_the_process_runs_and_which_region_it_cannot_tell_verdicts_for()
    {
        await using var hub = await RunningHub.StartAsync();
        Assert.Equal("ok\n", await hub.Http.GetStringAsync("/livez"));
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        await using var tianjin = await FakeRegion.StartAsync("120000", hub.Clock);
        tianjin.Adapter.OnStatusList = http => FakeAdapter.AnswerAsync(http, 500, "");
        (await tianjin.AskToJoinAsync(hub)).EnsureSuccessStatusCode();
        (await tianjin.ApproveAsync(hub)).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(() => IsInServiceAsync(hub));
        Assert.Equal("""{"ready":true,"register":"readable","audit":"writable","regions":{"110000":"ready","120000":"no key of today"},"trustList":"plausible","trustListUntil":"2026-03-02T09:00:00+08:00"}""", await hub.Http.GetStringAsync("/readyz"));
        (await tianjin.StateKeysAsync(hub)).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(() => IsInServiceAsync(hub));
        Assert.Equal("""{"ready":true,"register":"readable","audit":"writable","regions":{"110000":"ready","120000":"no status list of today"},"trustList":"plausible","trustListUntil":"2026-03-02T09:00:00+08:00"}""", await hub.Http.GetStringAsync("/readyz"));
        (await tianjin.SuspendAsync(hub)).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(() => IsInServiceAsync(hub));
        Assert.Equal("""{"ready":true,"register":"readable","audit":"writable","regions":{"110000":"ready","120000":"suspended"},"trustList":"plausible","trustListUntil":"2026-03-02T09:00:00+08:00"}""", await hub.Http.GetStringAsync("/readyz"));
    }

    private static async Task<bool> IsInServiceAsync(RunningHub hub)
    {
        using var answer = await hub.Http.GetAsync("/readyz");
        return answer.IsSuccessStatusCode;
    }
}
