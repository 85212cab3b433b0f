using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthBao.Hub.Tests.Audit;
using HealthBao.Hub.Tests.Partners;

namespace HealthBao.Hub.Tests.Limits;

public sealed class PartnerLimitTests
{
    [Fact]
    public async Task What_an_operator_sets_for_one_partner_counts_at_every_node_and_is_recorded()
    {
        await using var one = await RunningHub.StartAsync();
        await using var two = await RunningHub.StartAsync(one.Directory, one.Clock);
        (await SetAsync(one, new { verify = 7 })).EnsureSuccessStatusCode().Dispose();
        Assert.Equal("\"verify\";q=7;w=60", await PolicyAsync(one, TestPartner.Gate));
        await Eventually.IsTrueAsync(async () => await PolicyAsync(two, TestPartner.Gate) == "\"verify\";q=7;w=60");
        Assert.Equal("\"verify\";q=60000;w=60", await PolicyAsync(one, TestPartner.Scanner));
        var entry = Assert.Single(await one.EntriesAsync("?kind=partner-limits-set&subject=tianjin-gate"));
        Assert.Equal(("operator", """{"verify":7}"""), (Expect.Text(entry, "by"), Expect.Text(entry, "note")));
        Assert.Equal(7, (await one.PartnersAsync()).Single(p => Expect.Text(p, "clientId") == "tianjin-gate").GetProperty("limits").GetProperty("verify").GetInt32());

        (await SetAsync(one, new { })).EnsureSuccessStatusCode().Dispose();
        Assert.Equal("\"verify\";q=60000;w=60", await PolicyAsync(one, TestPartner.Gate));
    }

    [Fact]
    public async Task It_outlives_a_start_anew_also_of_a_partner_that_stands_in_the_configuration()
    {
        var hub = await RunningHub.StartAsync();
        (await SetAsync(hub, new { verify = 7 })).EnsureSuccessStatusCode().Dispose();
        await hub.DisposeAsync();
        await using var again = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        Assert.Equal("\"verify\";q=7;w=60", await PolicyAsync(again, TestPartner.Gate));
    }

    [Fact]
    public async Task A_larger_budget_opens_at_once_and_its_end_is_told_anew()
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Limits:QueryBudget", "1"));
        await using var beijing = await hub.JoinWithoutPeopleAsync();
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], new[] { await hub.QueryStatusAsync(), await hub.QueryStatusAsync() });
        (await SetAsync(hub, new { queryBudget = 3 })).EnsureSuccessStatusCode().Dispose();
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], new[] { await hub.QueryStatusAsync(), await hub.QueryStatusAsync(), await hub.QueryStatusAsync() });
        Assert.Equal(["budget-spent", "budget-spent"], await hub.AlarmsAsync("enumeration"));
        Assert.Equal(3, (await hub.PartnersAsync()).Single(p => Expect.Text(p, "clientId") == "tianjin-gate").GetProperty("queriesTaken").GetInt32());
    }

    [Fact]
    public async Task A_smaller_budget_counts_what_was_asked_already()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await hub.JoinWithoutPeopleAsync();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, await hub.QueryStatusAsync());
        (await SetAsync(hub, new { queryBudget = 3 })).EnsureSuccessStatusCode().Dispose();
        Assert.Equal(HttpStatusCode.TooManyRequests, await hub.QueryStatusAsync());
    }

    [Theory]
    [InlineData("""{"verify":0}""", "verify", "out-of-range")]
    [InlineData("""{"queryBudget":-1}""", "queryBudget", "out-of-range")]
    [InlineData("""{"query":"many"}""", "query", "wrong-type")]
    [InlineData("""{"queries":5}""", "queries", "unknown-member")]
    public async Task What_is_no_limit_is_a_fault(string body, string field, string fault)
    {
        await using var hub = await RunningHub.StartAsync();
        using var response = await hub.PostTextAsync("/v1/trust/partners/tianjin-gate/limits", body, TestPartner.Operator);
        await Expect.FaultAsync(response, field, fault);
    }

    [Fact]
    public async Task Nobody_sets_limits_without_the_scope_or_for_a_partner_who_is_none()
    {
        await using var hub = await RunningHub.StartAsync();
        using var forbidden = await hub.PostTextAsync("/v1/trust/partners/tianjin-gate/limits", """{"queryBudget":1000000}""", TestPartner.Gate);
        await Expect.ProblemAsync(forbidden, HttpStatusCode.Forbidden, "forbidden");
        using var unknown = await hub.PostTextAsync("/v1/trust/partners/nobody/limits", "{}", TestPartner.Operator);
        await Expect.ProblemAsync(unknown, HttpStatusCode.NotFound, "not-found");
    }

    private static Task<HttpResponseMessage> SetAsync(RunningHub hub, object limits) =>
        hub.PostAsync("/v1/trust/partners/tianjin-gate/limits", JsonContent.Create(limits), TestPartner.Operator);

    private static async Task<string?> PolicyAsync(RunningHub hub, TestPartner partner)
    {
        using var response = await hub.PostTextAsync("/v1/verifications", JsonSerializer.Serialize(new { pass = "nonsense", destination = "120000" }), partner);
        return response.Field("RateLimit-Policy");
    }
}
