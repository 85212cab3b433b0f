using HealthBao.Contracts.Status;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Determination;

/// <summary>The state of observation outlasts the day: it is entered by a row and left by a row.</summary>
public sealed class ObservationTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private static readonly MadeUp Other = MadeUp.Nth(1);
    private RunningHealthCode system = null!;

    public async Task InitializeAsync() => system = await RunningHealthCode.StartAsync();

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task Red_becomes_yellow_by_a_release_and_green_after_14_days_and_the_community_s_word()
    {
        await system.DeliverAllAsync([Zhang], [Observed(Zhang)]);
        await IsAsync("central-observation");
        await NextDayAsync(central: [Released(Zhang, "20200302080000")]);
        await IsAsync("home-observation");
        await NextDayAsync(13);
        await IsAsync("home-observation");
        await NextDayAsync();
        await IsAsync("home-observation");
        await system.DoAsync(HttpMethod.Post, "/v1/feeds/home-observation/rows", RunningHealthCode.Committee, HomeCall(Zhang, "released", "observation-ended"));
        await IsAsync("registered");
        Assert.Equal("observation-ended", (await system.DetermineAsync(Zhang)).Reason);
    }

    [Fact]
    public async Task The_community_s_word_before_the_14_days_are_over_counts_when_they_are()
    {
        await system.DeliverAllAsync([Zhang], [Observed(Zhang)]);
        await NextDayAsync(central: [Released(Zhang, "20200302080000")]);
        await system.DoAsync(HttpMethod.Post, "/v1/feeds/home-observation/rows", RunningHealthCode.Committee, HomeCall(Zhang, "released", "observation-ended"));
        await IsAsync("home-observation");
        await NextDayAsync(14);
        await IsAsync("registered");
    }

    [Fact]
    public async Task Whoever_merely_drops_off_the_list_of_the_cdc_cannot_be_confirmed_until_released()
    {
        await system.DeliverAllAsync([Zhang], [Observed(Zhang)]);
        await NextDayAsync(central: [Observed(Other)]);
        await IsAsync("central-dropped");
        await NextDayAsync(central: [Observed(Other), Released(Zhang)]);
        await IsAsync("home-observation");
    }

    [Fact]
    public async Task Whoever_merely_drops_off_the_community_s_report_cannot_be_confirmed_until_released()
    {
        await system.DeliverAllAsync([Zhang], home: [AtHome(Zhang, "20200210", "20200224")]);
        await NextDayAsync(home: [AtHome(Other)]);
        await IsAsync("home-dropped");
        await NextDayAsync(home: [AtHome(Other), Ended(Zhang)]);
        await IsAsync("registered");
    }

    [Fact]
    public async Task Red_stays_red_while_the_next_list_is_late()
    {
        await system.DeliverAllAsync([Zhang], [Observed(Zhang)]);
        system.Clock.Advance(TimeSpan.FromDays(1));
        await IsAsync("central-observation");
        Assert.Equal("source-late", (await system.DetermineAsync(Other)).Rule.Id);
    }

    [Fact]
    public async Task A_shorter_list_the_same_day_lets_nobody_go()
    {
        await system.DeliverAllAsync([Zhang], [Observed(Zhang), Observed(Other)]);
        await system.AcceptAsync(Central(system.Today, Observed(Other)));
        await IsAsync("central-dropped");
        await system.AcceptAsync(Central(system.Today, Observed(Other), Observed(Zhang)));
        await IsAsync("central-observation");
    }

    [Fact]
    public async Task Whoever_is_put_on_the_list_by_call_is_red_at_once_and_until_the_next_list()
    {
        await system.DeliverAllAsync([Zhang], [Observed(Other)]);
        await system.DoAsync(HttpMethod.Post, "/v1/feeds/central-observation/rows", RunningHealthCode.Cdc, new
        {
            name = Zhang.Name,
            documentType = "resident-id",
            documentNumber = Zhang.Number,
            state = "observed",
            reason = "test-positive",
            at = "2020-03-01T09:00:00+08:00",
            authority = "110000/CDC",
        });
        await IsAsync("central-observation");
        await NextDayAsync(central: [Observed(Other)]);
        await IsAsync("central-dropped");
    }

    [Fact]
    public async Task Reported_anew_after_the_community_s_word_is_yellow_again()
    {
        await system.DeliverAllAsync([Zhang], home: [AtHome(Zhang, "20200201", "20200214")]);
        await system.AcceptAsync(Home(system.Today, Ended(Zhang)));
        await IsAsync("registered");
        await NextDayAsync(home: [AtHome(Zhang, "20200302", "20200316")]);
        await IsAsync("home-observation");
    }

    [Fact]
    public async Task What_is_over_is_forgotten_a_day_later_and_what_is_not_stays()
    {
        await system.DeliverAllAsync([Zhang], home: [AtHome(Zhang, "20200201", "20200214"), AtHome(Other, "20200201", "20200214")]);
        await system.AcceptAsync(Home(system.Today, Ended(Zhang), AtHome(Other)));
        system.Clock.Advance(TimeSpan.FromDays(2));
        await system.Service<HealthCode.Expiry.DayTurn>().TurnAsync();
        Assert.Equal(1, system.Service<HealthCode.Storage.LastingStore>().Rows("SELECT COUNT(*) FROM observation", r => r.GetInt64(0))[0]);
        await system.DeliverAllAsync([Zhang, Other], home: [AtHome(Other)]);
        Assert.Equal(("registered", "home-observation"), ((await system.DetermineAsync(Zhang)).Rule.Id, (await system.DetermineAsync(Other)).Rule.Id));
    }

    [Fact]
    public async Task The_state_survives_a_restart()
    {
        await system.DeliverAllAsync([Zhang], [Observed(Zhang)]);
        await system.DisposeAsync();
        await using var again = await RunningHealthCode.StartAsync(system.Directory, system.Clock);
        Assert.Equal("central-observation", (await again.DetermineAsync(Zhang)).Rule.Id);
    }

    private static object HomeCall(MadeUp person, string state, string reason) => new
    {
        name = person.Name,
        documentType = "resident-id",
        documentNumber = person.Number,
        state,
        reason,
        from = "2020-03-01",
        until = "2020-03-15",
        authority = "110105001002/COMMUNITY",
    };

    // The files of another day; where nothing is said of a list it names somebody else.
    private async Task NextDayAsync(int days = 1, IEnumerable<string>? central = null, IEnumerable<string>? home = null)
    {
        system.Clock.Advance(TimeSpan.FromDays(days));
        await system.DeliverAllAsync([Zhang], central ?? [Observed(Other)], home ?? [AtHome(Other)]);
    }

    private async Task IsAsync(string rule) => Assert.Equal(rule, (await system.DetermineAsync(Zhang)).Rule.Id);
}
