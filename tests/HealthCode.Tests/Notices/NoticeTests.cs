using HealthBao.HealthCode.Notices;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Notices;

public sealed class NoticeTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private HearingAdapter adapter = null!;
    private RunningHealthCode system = null!;

    public async Task InitializeAsync()
    {
        adapter = await HearingAdapter.StartAsync();
        system = await StartAsync(null);
        await system.DeliverAllAsync([Zhang, MadeUp.Nth(1)]);
    }

    public async Task DisposeAsync()
    {
        await system.DisposeAsync();
        await adapter.DisposeAsync();
    }

    [Fact]
    public async Task A_person_who_was_told_something_today_is_told_anew_when_it_changes_by_call()
    {
        var subject = (await system.AskAsync(Zhang)).GetProperty("data").GetProperty("userUUID").GetString();
        await RedAsync(Zhang);
        await system.Service<NoticeDelivery>().DeliverAsync(CancellationToken.None);
        var notice = Assert.Single(adapter.Heard);
        Assert.Equal((subject, "2", "cdc-list", "110000/CDC"),
            (notice.GetProperty("subject").GetString(), notice.GetProperty("native").GetProperty("code").GetString(), notice.GetProperty("reason").GetString(), notice.GetProperty("authority").GetString()));
    }

    [Fact]
    public async Task And_by_a_file()
    {
        await system.AskAsync(Zhang);
        await system.AskAsync(MadeUp.Nth(1));
        await system.AcceptAsync(Home(system.Today, AtHome(Zhang)));
        await system.Service<StatusChanges>().SweepAsync();
        await system.Service<NoticeDelivery>().DeliverAsync(CancellationToken.None);
        Assert.Equal("1", Assert.Single(adapter.Heard).GetProperty("native").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Of_whom_nobody_asked_nothing_is_told()
    {
        await RedAsync(Zhang);
        await system.Service<StatusChanges>().SweepAsync();
        await system.Service<NoticeDelivery>().DeliverAsync(CancellationToken.None);
        Assert.Empty(adapter.Heard);
    }

    [Fact]
    public async Task A_notice_survives_an_adapter_that_is_away_and_a_restart()
    {
        adapter.Status = 503;
        await system.AskAsync(Zhang);
        await RedAsync(Zhang);
        Assert.False(await system.Service<NoticeDelivery>().DeliverAsync(CancellationToken.None));
        var directory = system.Directory;
        await system.DisposeAsync();
        adapter.Status = 200;
        system = await StartAsync(directory);
        Assert.True(await system.Service<NoticeDelivery>().DeliverAsync(CancellationToken.None));
        Assert.Single(adapter.Heard.Select(h => h.ToString()).Distinct());
        Assert.Single(adapter.Keys.Distinct());
    }

    [Fact]
    public async Task What_the_adapter_calls_wrong_is_not_told_for_ever()
    {
        adapter.Status = 400;
        await system.AskAsync(Zhang);
        await RedAsync(Zhang);
        Assert.True(await system.Service<NoticeDelivery>().DeliverAsync(CancellationToken.None));
        Assert.Null(system.Service<ToldToday>().NextNotice());
    }

    private Task RedAsync(MadeUp person) => system.DoAsync(HttpMethod.Post, "/v1/feeds/central-observation/rows", RunningHealthCode.Cdc, new
    {
        name = person.Name,
        documentType = "resident-id",
        documentNumber = person.Number,
        state = "observed",
        reason = "cdc-list",
        at = "2020-03-01T09:00:00+08:00",
        authority = "110000/CDC",
    });

    private Task<RunningHealthCode> StartAsync(string? directory) =>
        RunningHealthCode.StartAsync(directory, system?.Clock, ("Notices:Adapter", adapter.Address), ("Notices:Secret", HearingAdapter.Secret));
}
