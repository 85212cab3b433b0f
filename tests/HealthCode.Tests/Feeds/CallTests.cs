using System.Net;
using HealthBao.Contracts.Status;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Feeds;

public sealed class CallTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private RunningHealthCode system = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        await system.DeliverAllAsync([MadeUp.Nth(1)]);
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task Whom_the_community_registers_by_call_is_green_at_once_and_after_the_next_file_that_does_not_know_it_yet()
    {
        await RegisterAsync(Zhang, RunningHealthCode.Committee);
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang)).Status);
        system.Clock.Advance(TimeSpan.FromDays(1));
        await system.DeliverAllAsync([MadeUp.Nth(1)]);
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang)).Status);
    }

    [Fact]
    public async Task A_declared_trip_is_open_until_the_community_verifies_it()
    {
        await RegisterAsync(Zhang, RunningHealthCode.Committee);
        await TripAsync("declared");
        Assert.Equal("trip-unverified", (await system.DetermineAsync(Zhang)).Rule.Id);
        system.Clock.Advance(TimeSpan.FromMinutes(1));
        await TripAsync("verified");
        Assert.Equal("registered", (await system.DetermineAsync(Zhang)).Rule.Id);
        system.Clock.Advance(TimeSpan.FromMinutes(1));
        await TripAsync("declared");
        Assert.Equal("trip-unverified", (await system.DetermineAsync(Zhang)).Rule.Id);
    }

    [Fact]
    public async Task A_verification_by_call_stands_over_the_file_of_the_morning()
    {
        await system.DeliverAllAsync([Zhang], trips: [Row(Zhang, "420100", "110000", "20200226", "rail", "declared", "")]);
        await TripAsync("verified");
        Assert.Equal("registered", (await system.DetermineAsync(Zhang)).Rule.Id);
    }

    [Fact]
    public async Task An_office_reports_about_its_own_division_only()
    {
        using var response = await system.ReportAsync("registration", "110106/COMMUNITY", Registration(Zhang));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("authority-out-of-scope", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HealthStatus.NotHeld, (await system.DetermineAsync(Zhang)).Status);
    }

    [Fact]
    public async Task A_community_does_not_turn_anybody_red()
    {
        using var response = await system.ReportAsync("central-observation", RunningHealthCode.City, new { });
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("reason", null, "reason-missing")]
    [InlineData("reason", "corrected", "no-health-reason")]
    [InlineData("authority", null, "authority-missing")]
    public async Task Yellow_without_an_office_and_a_reason_of_health_is_refused_at_the_door(string member, string? value, string fault)
    {
        var row = new Dictionary<string, string?>
        {
            ["name"] = Zhang.Name,
            ["documentType"] = "resident-id",
            ["documentNumber"] = Zhang.Number,
            ["state"] = "observed",
            ["reason"] = "close-contact",
            ["from"] = "2020-03-01",
            ["until"] = "2020-03-15",
            ["authority"] = RunningHealthCode.Committee,
        };
        if (value is null) row.Remove(member);
        else row[member] = value;
        using var response = await system.ReportAsync("home-observation", RunningHealthCode.Committee, row);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(value is null ? "missing" : fault, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_community_s_registration_under_another_name_cannot_be_confirmed()
    {
        await system.DeliverAllAsync([Zhang]);
        var other = Zhang with { Name = "李四" };
        await system.DoAsync(HttpMethod.Post, "/v1/feeds/registration/rows", RunningHealthCode.Chaoyang, Registration(other, "110105002001"));
        Assert.Equal("registered-twice", (await system.DetermineAsync(other)).Rule.Id);
    }

    private static object Registration(MadeUp person, string division = "110105001002") => new
    {
        name = person.Name,
        documentType = "resident-id",
        documentNumber = person.Number,
        category = "returner",
        division,
        at = "2020-03-01T09:00:00+08:00",
    };

    private Task RegisterAsync(MadeUp person, string office) => system.DoAsync(HttpMethod.Post, "/v1/feeds/registration/rows", office, Registration(person));

    private Task TripAsync(string check) => system.DoAsync(HttpMethod.Post, "/v1/feeds/trips/rows", RunningHealthCode.Committee, new Dictionary<string, string>(
        check == "declared" ? [] : [KeyValuePair.Create("authority", RunningHealthCode.Committee)])
    {
        ["name"] = Zhang.Name,
        ["documentType"] = "resident-id",
        ["documentNumber"] = Zhang.Number,
        ["origin"] = "420100",
        ["destination"] = "110000",
        ["date"] = "2020-02-27",
        ["mode"] = "rail",
        ["check"] = check,
    });
}
