using System.Net;
using HealthBao.Hub.Limits;
using HealthBao.Hub.Tests.Audit;
using Microsoft.Data.Sqlite;

namespace HealthBao.Hub.Tests.Limits;

public sealed class QueryBudgetTests
{
    [Fact]
    public async Task The_budget_closes_until_24_00_and_the_operator_is_told_once()
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Limits:QueryBudget", "3"));
        await using var beijing = await hub.JoinWithoutPeopleAsync();
        using (var first = await hub.QueryAsync())
        {
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.Contains("\"query-budget\";q=3;w=86400", first.Field("RateLimit-Policy"), StringComparison.Ordinal);
            Assert.Contains("\"query-budget\";r=2;t=54000", first.Field("RateLimit"), StringComparison.Ordinal);
        }

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await hub.QueryStatusAsync(), await hub.QueryStatusAsync()));
        for (var i = 0; i < 3; i++)
        {
            using var refused = await hub.QueryAsync();
            await Expect.ProblemAsync(refused, HttpStatusCode.TooManyRequests, "budget-spent", TestPeople.Zhang.Number);
            Assert.Equal("54000", refused.Field("Retry-After"));
            Assert.Contains("\"query-budget\";r=0;t=54000", refused.Field("RateLimit"), StringComparison.Ordinal);
        }

        Assert.Equal(3, beijing.Adapter.Received.Count(c => c.Path == "/v1/status-queries"));
        Assert.Equal(["budget-spent"], await hub.AlarmsAsync("enumeration"));
        var closed = Assert.Single(await hub.EntriesAsync("?kind=budget-spent&by=tianjin-gate"));
        Assert.Equal(("closed", "3 status queries on 20260301"), (Expect.Text(closed, "outcome"), Expect.Text(closed, "note")));
        Assert.Single(hub.Log.Lines, l => l.StartsWith("Warning 1501 ", StringComparison.Ordinal));

        hub.Clock.Advance(TimeSpan.FromHours(15));
        Assert.Equal(HttpStatusCode.OK, await hub.QueryStatusAsync());
    }

    [Fact]
    public async Task Of_ten_thousand_guesses_the_budget_is_answered_and_the_alarm_is_in_the_audit_log_with_the_first_refusal()
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Limits:QueryPerMinute", "100000"));
        await using var beijing = await hub.JoinWithoutPeopleAsync();
        Assert.Equal(5_000, await LimitCalls.GuessAsync(10_000, hub));
        Assert.Equal(5_000, beijing.Adapter.Received.Count(c => c.Path == "/v1/status-queries"));
        Assert.Equal(["budget-spent", "unknown-burst", "unknown-share"], (await hub.AlarmsAsync("enumeration")).Order());
    }

    [Fact]
    public async Task Two_nodes_with_one_register_answer_the_budget_together_and_no_question_more()
    {
        (string, string)[] settings = [("Limits:QueryBudget", "700"), ("Limits:QueryPerMinute", "100000")];
        await using var one = await RunningHub.StartAsync(settings: settings);
        await using var two = await RunningHub.StartAsync(one.Directory, one.Clock, settings);
        await using var beijing = await one.JoinWithoutPeopleAsync();
        await Eventually.IsTrueAsync(() => two.SaysAsync("110000", "ready"));
        Assert.Equal(700, await LimitCalls.GuessAsync(1_500, one, two));
        Assert.Contains("budget-spent", await two.AlarmsAsync("enumeration"));
    }

    [Fact]
    public async Task A_node_that_dies_takes_what_it_held_with_it_and_one_that_stops_gives_it_back()
    {
        (string, string)[] settings = [("Limits:QueryBudget", "80")];
        await using var one = await RunningHub.StartAsync(settings: settings);
        await using var beijing = await one.JoinWithoutPeopleAsync();
        var two = await RunningHub.StartAsync(one.Directory, one.Clock, settings);
        await Eventually.IsTrueAsync(() => two.SaysAsync("110000", "ready"));
        Assert.Equal(HttpStatusCode.OK, await two.QueryStatusAsync());
        Assert.Equal(10L, Taken(one));
        await two.DisposeAsync();
        Assert.Equal(1L, Taken(one));

        // What a node that was killed had taken stays taken.
        Execute(one, "UPDATE QueryBudgets SET Taken = Taken + 9");
        Assert.Equal(70, await LimitCalls.GuessAsync(100, one));
        Assert.Equal(80L, Taken(one));
    }

    [Fact]
    public async Task A_node_that_must_stop_at_once_gives_back_what_it_held_all_the_same()
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Limits:QueryBudget", "80"));
        await using var beijing = await hub.JoinWithoutPeopleAsync();
        Assert.Equal(HttpStatusCode.OK, await hub.QueryStatusAsync());
        Assert.Equal(10L, Taken(hub));
        await hub.Service<QueryBudget>().StopAsync(new(canceled: true));
        Assert.Equal(1L, Taken(hub));
    }

    [Fact]
    public async Task Without_the_register_nothing_is_asked()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await hub.JoinWithoutPeopleAsync();
        await hub.TokenAsync(TestPartner.Gate);
        Execute(hub, "DROP TABLE QueryBudgets");
        using var refused = await hub.QueryAsync();
        await Expect.ProblemAsync(refused, HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.DoesNotContain(beijing.Adapter.Received, c => c.Path == "/v1/status-queries");
    }

    [Fact]
    public async Task A_bad_question_costs_nothing()
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Limits:QueryBudget", "1"));
        await using var beijing = await hub.JoinWithoutPeopleAsync();
        using (var bad = await hub.PostTextAsync("/v1/status-queries", "{}", TestPartner.Gate)) Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await hub.QueryStatusAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, await hub.QueryStatusAsync());
    }

    [SkippableFact]
    public async Task On_PostgreSQL_two_nodes_answer_the_budget_together_and_no_question_more()
    {
        await using var database = TemporaryDatabase.Name();
        (string, string)[] settings = [("Limits:QueryBudget", "700"), ("Limits:QueryPerMinute", "100000"), ("Storage:Provider", "postgres"), ("Storage:ConnectionString", database.ConnectionString)];
        await using var one = await RunningHub.StartAsync(settings: settings);
        await using var two = await RunningHub.StartAsync(one.Directory, one.Clock, settings);
        await using var beijing = await one.JoinWithoutPeopleAsync();
        await Eventually.IsTrueAsync(() => two.SaysAsync("110000", "ready"));
        Assert.Equal(700, await LimitCalls.GuessAsync(1_500, one, two));
        Assert.Contains("budget-spent", await one.AlarmsAsync("enumeration"));
    }

    private static long Taken(RunningHub hub) => (long)Execute(hub, "SELECT SUM(Taken) FROM QueryBudgets")!;

    private static object? Execute(RunningHub hub, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(hub.Directory, "hub.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
