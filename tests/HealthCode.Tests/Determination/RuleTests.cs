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
        await IsAsync(HealthStatus.NoAbnormality, "registered");
    }

    [Fact]
    public async Task Nobody_is_green_before_the_first_file_of_a_feed_is_here()
    {
        await system.AcceptAsync(Registration(system.Today, Zhang));
        await IsAsync(HealthStatus.CannotConfirm, "source-late");
    }

    [Fact]
    public async Task An_unknown_person_is_not_held_and_neither_red_nor_green()
    {
        await system.DeliverAllAsync([MadeUp.Nth(1)]);
        await IsAsync(HealthStatus.NotHeld, "not-held");
    }

    [Fact]
    public async Task A_wrong_name_is_told_like_an_unknown_person()
    {
        await system.DeliverAllAsync([Zhang], [Observed(Zhang)]);
        Assert.Equal(HealthStatus.NotHeld, (await system.DetermineAsync(Zhang with { Name = "张四" })).Status);
    }

    [Fact]
    public async Task Whom_the_list_of_the_cdc_names_is_red_registered_or_not()
    {
        await system.DeliverAllAsync([MadeUp.Nth(1)], [Observed(Zhang), Observed(MadeUp.Nth(1))]);
        await IsAsync(HealthStatus.CentralObservation, "central-observation");
        Assert.Equal(HealthStatus.CentralObservation, (await system.DetermineAsync(MadeUp.Nth(1))).Status);
    }

    [Fact]
    public async Task Whom_the_community_reports_is_yellow()
    {
        await system.DeliverAllAsync([Zhang], home: [AtHome(Zhang)]);
        await IsAsync(HealthStatus.HomeObservation, "home-observation");
    }

    [Fact]
    public async Task Red_of_the_cdc_stands_over_yellow_of_the_community()
    {
        await system.DeliverAllAsync([Zhang], [Observed(Zhang)], [AtHome(Zhang)]);
        await IsAsync(HealthStatus.CentralObservation, "central-observation");
    }

    private async Task IsAsync(HealthStatus status, string rule)
    {
        var said = await system.DetermineAsync(Zhang);
        Assert.Equal((status, rule), (said.Status, said.Rule.Id));
    }
}
