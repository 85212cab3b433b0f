using System.Net;
using System.Net.Http.Json;
using HealthBao.Contracts.Status;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Approvals;

public sealed class SecondOfficeTests : IAsyncLifetime
{
    private static readonly MadeUp[] Many = [.. Enumerable.Range(0, 60).Select(MadeUp.Nth)];
    private RunningHealthCode system = null!;

    public async Task InitializeAsync() => system = await RunningHealthCode.StartAsync();

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task More_than_fifty_people_of_one_office_stay_as_they_are_until_a_second_office_approves()
    {
        await system.DeliverAllAsync(Many, Many.Take(51).Select(p => Observed(p)));
        await AreAsync(HealthStatus.NoAbnormality, 51);
        await DecideAsync("approve", RunningHealthCode.Health);
        await AreAsync(HealthStatus.CentralObservation, 51);
    }

    [Fact]
    public async Task Fifty_people_of_one_office_need_no_second()
    {
        await system.DeliverAllAsync(Many, Many.Take(50).Select(p => Observed(p)));
        await AreAsync(HealthStatus.CentralObservation, 50);
    }

    [Fact]
    public async Task What_the_second_office_refuses_takes_effect_for_nobody()
    {
        await system.DeliverAllAsync(Many, Many.Select(p => Observed(p)));
        await DecideAsync("refuse", RunningHealthCode.Health);
        await AreAsync(HealthStatus.NoAbnormality, 60);
    }

    [Fact]
    public async Task The_office_that_decided_does_not_approve_itself_nor_does_one_that_does_not_cover_it()
    {
        await system.DeliverAllAsync(Many, Many.Select(p => Observed(p)));
        Assert.Equal(HttpStatusCode.Forbidden, (await TryDecideAsync("approve", RunningHealthCode.Cdc)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await TryDecideAsync("approve", RunningHealthCode.Chaoyang)).StatusCode);
        await AreAsync(HealthStatus.NoAbnormality, 60);
    }

    [Fact]
    public async Task A_change_is_decided_once()
    {
        await system.DeliverAllAsync(Many, Many.Select(p => Observed(p)));
        await DecideAsync("refuse", RunningHealthCode.Health);
        Assert.Equal(HttpStatusCode.Conflict, (await TryDecideAsync("approve", RunningHealthCode.City)).StatusCode);
    }

    [Fact]
    public async Task Several_files_of_one_office_within_a_day_count_together()
    {
        await system.DeliverAllAsync(Many, Many.Take(40).Select(p => Observed(p)));
        await system.AcceptAsync(Central(system.Today, Many.Select(p => Observed(p))));
        await AreAsync(HealthStatus.CentralObservation, 40);
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Many[59])).Status);
    }

    [Fact]
    public async Task Calls_one_by_one_count_together_too_and_wait_in_one_change()
    {
        await system.DeliverAllAsync(Many);
        foreach (var person in Many.Take(53)) await system.DoAsync(HttpMethod.Post, "/v1/feeds/home-observation/rows", RunningHealthCode.Committee, Call(person));
        await AreAsync(HealthStatus.HomeObservation, 50);
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Many[52])).Status);
        await DecideAsync("approve", RunningHealthCode.Chaoyang);
        await AreAsync(HealthStatus.HomeObservation, 53);
    }

    [Fact]
    public async Task The_reports_of_many_communities_in_one_file_are_each_its_own()
    {
        await system.DeliverAllAsync(Many, home: Many.Select((p, i) => AtHome(p, office: $"1101050010{i % 6:00}/COMMUNITY")));
        await AreAsync(HealthStatus.HomeObservation, 60);
    }

    private static object Call(MadeUp person) => new
    {
        name = person.Name,
        documentType = "resident-id",
        documentNumber = person.Number,
        state = "observed",
        reason = "close-contact",
        from = "2020-03-01",
        until = "2020-03-15",
        authority = "110105001002/COMMUNITY",
    };

    private async Task AreAsync(HealthStatus status, int first)
    {
        foreach (var person in Many.Take(first)) Assert.Equal(status, (await system.DetermineAsync(person)).Status);
    }

    private async Task DecideAsync(string decision, string office)
    {
        using var response = await TryDecideAsync(decision, office);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> TryDecideAsync(string decision, string office)
    {
        var open = await system.DoAsync(HttpMethod.Get, "/v1/approvals", RunningHealthCode.Health);
        var batch = Assert.Single(open.GetProperty("approvals").EnumerateArray()).GetProperty("batch").GetString();
        return await system.SendAsync(HttpMethod.Post, $"/v1/approvals/{batch}", office, JsonContent.Create(new { decision, reason = "looked at" }));
    }
}
