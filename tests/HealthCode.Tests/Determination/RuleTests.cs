using HealthBao.Contracts.Status;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Determination;

public sealed class RuleTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private RunningHealthCode system = null!;

    public async Task InitializeAsync() => system = await RunningHealthCode.StartAsync();

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task A_registered_person_whom_no_fresh_list_names_is_green()
    {
        await system.DeliverAllAsync([Zhang]);
        await IsAsync(HealthStatus.NoAbnormality, "registered", "0");
    }

    [Fact]
    public async Task Nobody_is_green_before_the_first_file_of_a_feed_is_here()
    {
        await system.AcceptAsync(Registration(system.Today, Zhang));
        await IsAsync(HealthStatus.CannotConfirm, "source-late", "-3");
    }

    [Fact]
    public async Task While_a_feed_is_late_an_unknown_person_is_not_said_to_be_unknown()
    {
        await system.AcceptAsync(Registration(system.Today, MadeUp.Nth(1)));
        await IsAsync(HealthStatus.CannotConfirm, "source-late", "-3");
    }

    [Fact]
    public async Task An_unknown_person_is_not_held_and_neither_red_nor_green()
    {
        await system.DeliverAllAsync([MadeUp.Nth(1)]);
        await IsAsync(HealthStatus.NotHeld, "not-held", "-1");
    }

    [Fact]
    public async Task A_wrong_name_is_told_like_an_unknown_person()
    {
        await system.DeliverAllAsync([Zhang], [Observed(Zhang)]);
        Assert.Equal(HealthStatus.NotHeld, (await system.DetermineAsync(Zhang with { Name = "张四" })).Status);
    }

    [Fact]
    public async Task A_name_that_is_written_with_another_dot_is_the_same_name()
    {
        await system.DeliverAllAsync([Zhang with { Name = "买买提·艾力" }]);
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang with { Name = "买买提•艾力" })).Status);
    }

    [Fact]
    public async Task Whom_the_list_of_the_cdc_names_is_red_registered_or_not()
    {
        await system.DeliverAllAsync([MadeUp.Nth(1)], [Observed(Zhang), Observed(MadeUp.Nth(1))]);
        await IsAsync(HealthStatus.CentralObservation, "central-observation", "2");
        Assert.Equal(HealthStatus.CentralObservation, (await system.DetermineAsync(MadeUp.Nth(1))).Status);
    }

    [Fact]
    public async Task Whom_the_community_reports_is_yellow()
    {
        await system.DeliverAllAsync([Zhang], home: [AtHome(Zhang)]);
        await IsAsync(HealthStatus.HomeObservation, "home-observation", "1");
    }

    [Fact]
    public async Task Red_of_the_cdc_stands_over_yellow_of_the_community()
    {
        await system.DeliverAllAsync([Zhang], [Observed(Zhang)], [AtHome(Zhang)]);
        await IsAsync(HealthStatus.CentralObservation, "central-observation", "2");
    }

    [Fact]
    public async Task Yellow_of_the_community_stands_over_what_cannot_be_confirmed()
    {
        await system.DeliverAllAsync([Zhang], home: [AtHome(Zhang)], trips: [Trip(Zhang)]);
        await IsAsync(HealthStatus.HomeObservation, "home-observation", "1");
    }

    [Fact]
    public async Task An_unverified_trip_cannot_be_confirmed_registered_or_not()
    {
        await system.DeliverAllAsync([Zhang], trips: [Trip(Zhang), Trip(MadeUp.Nth(1))]);
        await IsAsync(HealthStatus.CannotConfirm, "trip-unverified", "-7");
        Assert.Equal("trip-unverified", (await system.DetermineAsync(MadeUp.Nth(1))).Rule.Id);
    }

    [Fact]
    public async Task One_unverified_trip_among_verified_ones_is_enough()
    {
        await system.DeliverAllAsync([Zhang], trips: [Trip(Zhang, check: "verified"), Trip(Zhang, date: "20200227"), Trip(Zhang, check: "verified", date: "20200228")]);
        await IsAsync(HealthStatus.CannotConfirm, "trip-unverified", "-7");
    }

    [Fact]
    public async Task A_verified_trip_leaves_a_registered_person_green()
    {
        await system.DeliverAllAsync([Zhang], trips: [Trip(Zhang, check: "verified")]);
        await IsAsync(HealthStatus.NoAbnormality, "registered", "0");
    }

    [Fact]
    public async Task A_verified_trip_registers_nobody()
    {
        await system.DeliverAllAsync([MadeUp.Nth(1)], trips: [Trip(Zhang, check: "verified")]);
        await IsAsync(HealthStatus.NotHeld, "not-held", "-1");
    }

    [Fact]
    public async Task A_trip_over_a_land_port_has_a_code_of_its_own()
    {
        await system.DeliverAllAsync([Zhang], trips: [Trip(Zhang, mode: "land-port")]);
        await IsAsync(HealthStatus.CannotConfirm, "trip-land-port", "51");
    }

    [Fact]
    public async Task A_refuted_trip_cannot_be_confirmed()
    {
        await system.DeliverAllAsync([Zhang], trips: [Trip(Zhang, check: "refuted")]);
        await IsAsync(HealthStatus.CannotConfirm, "trip-refuted", "-7");
    }

    [Theory]
    [InlineData("returner", HealthStatus.NoAbnormality, "registered", "0")]
    [InlineData("commuter", HealthStatus.NoAbnormality, "commuter", "30")]
    [InlineData("elsewhere", HealthStatus.CannotConfirm, "registered-elsewhere", "4")]
    [InlineData("transit", HealthStatus.CannotConfirm, "registered-transit", "41")]
    public async Task What_somebody_is_registered_as_decides(string category, HealthStatus status, string rule, string native)
    {
        await system.DeliverAllAsync([Zhang]);
        await system.AcceptAsync(Of("registration", system.Today, [Row(Zhang, category, "110105", "20200201")]));
        await IsAsync(status, rule, native);
    }

    [Fact]
    public async Task A_number_that_is_registered_under_two_names_cannot_be_confirmed_under_either()
    {
        var other = Zhang with { Name = "李四" };
        await system.DeliverAllAsync([Zhang, other]);
        Assert.Equal(("registered-twice", "registered-twice"), ((await system.DetermineAsync(Zhang)).Rule.Id, (await system.DetermineAsync(other)).Rule.Id));
    }

    [Fact]
    public void The_last_rule_always_applies_and_every_code_and_status_of_the_table_is_one_of_the_list()
    {
        var rules = HealthCode.Determination.Rules.All;
        Assert.Distinct(rules.Select(r => r.Id));
        Assert.Equal("not-held", HealthCode.Determination.Rules.For(new(system.Clock.GetUtcNow(), null, false, null, false, null, null, null, null)).Id);
        Assert.All(rules, r => Assert.Contains(r.Native, (string[])["0", "30", "1", "2", "-1", "-3", "-7", "51", "4", "41", "11"]));
    }

    [Fact]
    public void Only_the_two_rules_of_registration_are_green_and_they_stand_below_every_other_but_the_last() =>
        Assert.Equal(["commuter", "registered"], HealthCode.Determination.Rules.All.SkipLast(1).TakeLast(2).Select(r => r.Status == HealthStatus.NoAbnormality ? r.Id : "")
            .Concat(HealthCode.Determination.Rules.All.SkipLast(3).Where(r => r.Status == HealthStatus.NoAbnormality).Select(r => r.Id)));

    private async Task IsAsync(HealthStatus status, string rule, string native)
    {
        var said = await system.DetermineAsync(Zhang);
        Assert.Equal((status, rule, native), (said.Status, said.Rule.Id, said.Native));
    }

    private static string Trip(MadeUp person, string mode = "rail", string check = "declared", string date = "20200226") =>
        Row(person, "420100", "110000", date, mode, check, check == "declared" ? "" : "110105001002/COMMUNITY");
}
