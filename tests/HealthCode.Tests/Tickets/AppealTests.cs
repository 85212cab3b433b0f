using System.Net;
using HealthBao.Contracts.Status;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Tickets;

/// <summary>Against yellow and red: nobody decides on his own act, and the status follows the decision.</summary>
public sealed class AppealTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private RunningHealthCode system = null!;
    private string token = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        token = await system.OpenSessionAsync(Zhang);
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task An_appeal_against_yellow_is_decided_above_the_office_that_reported_and_makes_green()
    {
        var number = await AppealAsync(home: AtHome(Zhang));
        Assert.Equal(HttpStatusCode.NotFound, await system.TryDecideAsync(number, RunningHealthCode.Committee, "refuse", "decision-stands"));
        await system.DecideAsync(number, RunningHealthCode.Chaoyang, "grant", "corrected");
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang)).Status);
    }

    [Fact]
    public async Task The_office_that_reported_does_not_decide_even_where_it_stands_above_the_desk()
    {
        var number = await AppealAsync(home: AtHome(Zhang, office: RunningHealthCode.City));
        Assert.Equal(HttpStatusCode.NotFound, await system.TryDecideAsync(number, RunningHealthCode.City, "refuse", "decision-stands"));
        await system.DecideAsync(number, RunningHealthCode.Health, "refuse", "decision-stands");
        Assert.Equal(HealthStatus.HomeObservation, (await system.DetermineAsync(Zhang)).Status);
    }

    [Fact]
    public async Task An_office_above_that_reported_anew_since_does_not_decide_either()
    {
        var number = await AppealAsync(home: AtHome(Zhang));
        await system.Service<HealthCode.Storage.LastingStore>().WriteAsync("UPDATE observation SET authority = @office", ("@office", RunningHealthCode.Chaoyang));
        Assert.Equal(HttpStatusCode.Forbidden, await system.TryDecideAsync(number, RunningHealthCode.Chaoyang, "grant", "corrected"));
    }

    [Fact]
    public async Task An_appeal_against_red_released_makes_yellow_first_and_never_green()
    {
        var number = await AppealAsync(central: Observed(Zhang));
        Assert.Equal(HttpStatusCode.NotFound, await system.TryDecideAsync(number, RunningHealthCode.Cdc, "grant", "released"));
        await system.DecideAsync(number, RunningHealthCode.Health, "grant", "released");
        Assert.Equal(HealthStatus.HomeObservation, (await system.DetermineAsync(Zhang)).Status);
    }

    [Fact]
    public async Task A_red_that_was_never_right_is_withdrawn_by_the_health_office()
    {
        var number = await AppealAsync(central: Observed(Zhang));
        await system.DecideAsync(number, RunningHealthCode.Health, "grant", "corrected");
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang)).Status);
    }

    [Fact]
    public async Task Who_decides_about_yellow_withdraws_no_red_that_came_since()
    {
        var number = await AppealAsync(home: AtHome(Zhang));
        await system.AcceptAsync(Central(system.Today, Observed(Zhang)));
        await system.DecideAsync(number, RunningHealthCode.Chaoyang, "grant", "corrected");
        Assert.Equal(HealthStatus.CentralObservation, (await system.DetermineAsync(Zhang)).Status);
    }

    [Fact]
    public async Task A_decision_from_which_nothing_would_follow_is_refused_and_leaves_the_request_open()
    {
        var number = await AppealAsync(home: AtHome(Zhang));
        Assert.Equal(HttpStatusCode.Conflict, await system.TryDecideAsync(number, RunningHealthCode.Chaoyang, "grant", "released"));
        Assert.Equal("open", (await system.SeeAsync(token, "/v1/tickets/" + number)).Text("state"));
    }

    [Fact]
    public async Task The_adapter_hears_that_the_status_followed()
    {
        var number = await AppealAsync(home: AtHome(Zhang));
        await system.AskAsync(Zhang);
        await system.DecideAsync(number, RunningHealthCode.Chaoyang, "grant", "corrected");
        Assert.Single(system.Service<HealthCode.Storage.DayStores>().Today.Rows("SELECT body FROM notice", r => r.GetString(0)));
    }

    [Fact]
    public async Task Who_is_green_has_nothing_to_appeal_against()
    {
        await system.DeliverAllAsync([Zhang]);
        using var response = await system.SendAsync(token, HttpMethod.Post, "/v1/tickets", new { kind = "appeal" });
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    [Fact]
    public async Task A_number_under_two_names_is_settled_by_an_office_that_covers_both()
    {
        await system.DeliverAllAsync([MadeUp.Nth(1)]);
        foreach (var (name, division, office) in (ValueTuple<string, string, string>[])[(Zhang.Name, "110105001002", RunningHealthCode.Committee), ("张山", "110119", RunningHealthCode.Yanqing)])
            await system.DoAsync(HttpMethod.Post, "/v1/feeds/registration/rows", office, new
            {
                name,
                documentType = "resident-id",
                documentNumber = Zhang.Number,
                category = "resident",
                division,
                at = ShanghaiDay.Format(system.Clock.GetUtcNow()),
            });
        Assert.Equal("registered-twice", (await system.DetermineAsync(Zhang)).Rule.Id);
        var opened = await system.OpenAsync(token, new { kind = "correction" });
        Assert.Equal(RunningHealthCode.City, opened.Text("desk"));
        await system.DecideAsync(opened.Text("number"), RunningHealthCode.City, "grant", "corrected");
        Assert.Equal("registered", (await system.DetermineAsync(Zhang)).Rule.Id);
    }

    private async Task<string> AppealAsync(string? central = null, string? home = null)
    {
        await system.DeliverAllAsync([Zhang], central is null ? [] : [central], home is null ? [] : [home]);
        return (await system.OpenAsync(token, new { kind = "appeal", text = "本人未到过该处" })).Text("number");
    }
}
