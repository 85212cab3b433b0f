using System.Net;
using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Tests.Tickets;

/// <summary>“暂无您的防疫信息” is not a dead end.</summary>
public sealed class RegistrationRequestTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private static readonly object Request = new { kind = "registration", division = "110105001002", category = "returner", text = "昨日返京" };
    private RunningHealthCode system = null!;
    private string token = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        await system.DeliverAllAsync([MadeUp.Nth(1)]);
        token = await system.OpenSessionAsync(Zhang);
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task Whom_nothing_is_held_of_is_told_why_what_to_do_who_decides_and_whom_to_call()
    {
        var said = await system.SeeAsync(token, "/v1/me/nothing-held");
        var way = said.GetProperty("wayOut");
        Assert.Equal(("not-held", "not-registered", "010-12345", "registration"), (said.Text("status"), way.Text("code"), way.Text("telephone"), way.GetProperty("tickets")[0].GetString()));
        foreach (var member in (string[])["why", "do", "who"])
            foreach (var language in (string[])["zh", "en"]) Assert.NotEmpty(way.GetProperty(member).Text(language));
    }

    [Fact]
    public async Task A_granted_request_for_registration_makes_its_person_green_and_is_seen_as_decided()
    {
        var opened = await system.OpenAsync(token, Request);
        var number = opened.Text("number");
        Assert.Equal(("open", "2020-03-02T09:15:00+08:00", RunningHealthCode.Committee), (opened.Text("state"), opened.Text("dueAt"), opened.Text("desk")));
        Assert.Equal(number, (await system.SeeAsync(token, "/v1/me/nothing-held")).GetProperty("tickets")[0].Text("number"));
        await system.DoAsync(HttpMethod.Post, "/v1/desk/tickets/" + number, RunningHealthCode.Committee, new { decision = "take" });
        Assert.Equal("in-work", (await system.SeeAsync(token, "/v1/tickets/" + number)).Text("state"));
        await system.DecideAsync(number, RunningHealthCode.Committee, "grant", "registered");
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang)).Status);
        var decided = await system.SeeAsync(token, "/v1/tickets/" + number);
        Assert.Equal(("decided", "registered", "已核实"), (decided.Text("state"), decided.GetProperty("decision").Text("reason"), decided.GetProperty("decision").Text("text")));
        Assert.Equal(HttpStatusCode.Conflict, await system.TryDecideAsync(number, RunningHealthCode.Committee, "refuse", "not-found"));
    }

    [Fact]
    public async Task A_refused_request_leaves_the_status_as_it_is()
    {
        var number = (await system.OpenAsync(token, Request)).Text("number");
        await system.DecideAsync(number, RunningHealthCode.Street, "refuse", "not-resident");
        Assert.Equal(HealthStatus.NotHeld, (await system.DetermineAsync(Zhang)).Status);
        Assert.False((await system.SeeAsync(token, "/v1/tickets/" + number)).GetProperty("decision").GetProperty("granted").GetBoolean());
    }

    [Fact]
    public async Task A_desk_sees_its_own_division_and_those_below_masked()
    {
        var number = (await system.OpenAsync(token, Request)).Text("number");
        var seen = (await system.DoAsync(HttpMethod.Get, "/v1/desk/tickets", RunningHealthCode.Chaoyang)).GetProperty("tickets")[0];
        Assert.Equal((number, "张*", "11**************2X", "昨日返京"), (seen.Text("number"), seen.Text("name"), seen.Text("documentNumber"), seen.Text("text")));
        Assert.Equal(1, (await system.DoAsync(HttpMethod.Get, "/v1/desk/tickets", RunningHealthCode.Health)).GetProperty("open").GetInt64());
        foreach (var elsewhere in (string[])[RunningHealthCode.Yanqing, "110105/CDC"])
        {
            Assert.Empty((await system.DoAsync(HttpMethod.Get, "/v1/desk/tickets", elsewhere)).GetProperty("tickets").EnumerateArray());
            Assert.Equal(HttpStatusCode.NotFound, await system.TryDecideAsync(number, elsewhere, "grant", "registered"));
        }
    }

    [Fact]
    public async Task The_office_that_wrote_a_request_down_for_a_person_without_a_phone_does_not_decide_it()
    {
        var number = (await system.DoAsync(HttpMethod.Post, "/v1/tickets", RunningHealthCode.Committee, new
        {
            kind = "registration",
            division = "110105001002",
            name = Zhang.Name,
            documentType = "resident-id",
            documentNumber = Zhang.Number,
        })).Text("number");
        Assert.Equal(HttpStatusCode.NotFound, await system.TryDecideAsync(number, RunningHealthCode.Committee, "grant", "registered"));
        await system.DecideAsync(number, RunningHealthCode.Street, "grant", "registered");
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang)).Status);
        using var read = await system.ReadAsync(number.ToLowerInvariant(), "002x");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task An_overdue_request_is_seen_by_its_person_its_desk_and_the_operator()
    {
        var number = (await system.OpenAsync(token, Request)).Text("number");
        system.Clock.Advance(TimeSpan.FromHours(14));
        await system.Service<HealthCode.Expiry.DayTurn>().TurnAsync();
        Assert.Equal("open", (await system.SeeAsync(token, "/v1/tickets/" + number)).Text("state"));
        system.Clock.Advance(TimeSpan.FromHours(24));
        using var read = await system.ReadAsync(number, "002X");
        Assert.Contains("\"overdue\"", await read.Content.ReadAsStringAsync());
        Assert.Equal(number, (await system.DoAsync(HttpMethod.Get, "/v1/desk/tickets?state=overdue", RunningHealthCode.Committee)).GetProperty("tickets")[0].Text("number"));
        Assert.Contains("\"tickets\":{\"open\":1,\"overdue\":1}", await system.Http.GetStringAsync("/readyz"));
        await system.Service<HealthCode.Expiry.DayTurn>().TurnAsync();
        Assert.Contains(system.Log.Lines, t => t.Contains("1 of 1 undecided requests are overdue", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_open_requests_of_one_person_are_enough()
    {
        for (var i = 0; i < 5; i++) await system.OpenAsync(token, Request);
        using var sixth = await system.SendAsync(token, HttpMethod.Post, "/v1/tickets", Request);
        Assert.Equal(HttpStatusCode.Conflict, sixth.StatusCode);
    }

    [Theory]
    [InlineData("""{"kind":"registration"}""", "division")]
    [InlineData("""{"kind":"registration","division":"120105"}""", "division")]
    [InlineData("""{"kind":"holiday"}""", "kind")]
    [InlineData("""{"kind":"correction","category":"resident"}""", "category")]
    public async Task What_is_wrong_with_a_request_is_named(string body, string field)
    {
        using var response = await system.SendAsync(token, HttpMethod.Post, "/v1/tickets", System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(body));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"{field}\"", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_a_session_and_without_an_office_nothing_is_opened()
    {
        using var response = await system.Http.PostAsync("/v1/tickets", System.Net.Http.Json.JsonContent.Create(Request));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
