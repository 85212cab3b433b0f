using System.Net;
using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Tests.Tickets;

public sealed class TripTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private static readonly object Trip = new { origin = "430100", destination = "110105", date = "2020-02-28", mode = "rail" };
    private RunningHealthCode system = null!;
    private string token = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        await system.DeliverAllAsync([Zhang]);
        token = await system.OpenSessionAsync(Zhang);
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task A_declared_trip_cannot_be_confirmed_until_the_community_verifies_it_and_then_is_green_again()
    {
        var opened = await system.OpenAsync(token, Trip, "/v1/me/trips");
        Assert.Equal("trip-unverified", (await system.DetermineAsync(Zhang)).Rule.Id);
        Assert.Equal("trip", (await system.SeeAsync(token, "/v1/me/nothing-held")).GetProperty("wayOut").GetProperty("tickets")[0].GetString());
        var seen = await system.DoAsync(HttpMethod.Get, "/v1/desk/tickets/" + opened.Text("number"), RunningHealthCode.Committee);
        Assert.Equal(("430100", "rail"), (seen.GetProperty("trip").Text("origin"), seen.GetProperty("trip").Text("mode")));
        await system.DecideAsync(opened.Text("number"), RunningHealthCode.Committee, "grant", "trip-verified");
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang)).Status);
    }

    [Fact]
    public async Task A_trip_that_was_otherwise_stays_unconfirmed()
    {
        var number = (await system.OpenAsync(token, Trip, "/v1/me/trips")).Text("number");
        await system.DecideAsync(number, RunningHealthCode.Committee, "refuse", "trip-refuted");
        Assert.Equal("trip-refuted", (await system.DetermineAsync(Zhang)).Rule.Id);
    }

    [Fact]
    public async Task The_community_may_verify_a_declared_trip_by_the_trips_call_too()
    {
        await system.OpenAsync(token, Trip, "/v1/me/trips");
        await system.DoAsync(HttpMethod.Post, "/v1/feeds/trips/rows", RunningHealthCode.Committee, new
        {
            name = Zhang.Name,
            documentType = "resident-id",
            documentNumber = Zhang.Number,
            origin = "430100",
            destination = "110105",
            date = "2020-02-28",
            mode = "rail",
            check = "verified",
            authority = RunningHealthCode.Committee,
        });
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang)).Status);
    }

    /// <summary>A forum's case: the checkpoint recorded a trip, and the person read “暂无您的防疫信息” from then on.</summary>
    [Fact]
    public async Task A_status_does_not_vanish_after_a_checkpoint_at_Yanqing_and_the_request_for_verification_brings_it_back()
    {
        await system.DoAsync(HttpMethod.Post, "/v1/feeds/trips/rows", RunningHealthCode.Yanqing, new
        {
            name = Zhang.Name,
            documentType = "resident-id",
            documentNumber = Zhang.Number,
            origin = "130730",
            destination = "110119",
            date = "2020-03-01",
            mode = "road",
            check = "declared",
            authority = RunningHealthCode.Yanqing,
        });
        var said = await system.SeeAsync(token, "/v1/me/nothing-held");
        Assert.Equal(("cannot-confirm", "trip-unverified"), (said.Text("status"), said.GetProperty("wayOut").Text("code")));
        var number = (await system.OpenAsync(token, new { kind = "trip" })).Text("number");
        await system.DecideAsync(number, RunningHealthCode.Committee, "grant", "trip-verified");
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang)).Status);
    }

    [Theory]
    [InlineData("2020-02-10")]
    [InlineData("2020-03-02")]
    [InlineData("yesterday")]
    public async Task A_day_that_matters_no_more_or_not_yet_is_refused(string date)
    {
        using var response = await system.SendAsync(token, HttpMethod.Post, "/v1/me/trips", new { origin = "430100", destination = "110105", date, mode = "rail" });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang)).Status);
    }

    [Fact]
    public void Every_rule_that_is_not_green_has_a_way_out() => Assert.All(
        HealthCode.Determination.Rules.All,
        r => Assert.Equal(r.Status == HealthStatus.NoAbnormality, HealthCode.Tickets.WaysOut.Of(new(r, null, null, system.Clock.GetUtcNow(), new("110000/HEALTH", "010-12345"))) is null));
}
