using System.Net;
using HealthBao.Contracts.Status;
using HealthBao.Hub.Tests.Audit;
using HealthBao.Hub.Tests.Telemetry;

namespace HealthBao.Hub.Tests.Limits;

/// <summary>Alarms are in the audit log before the call that raised them is answered.</summary>
public sealed class AlarmTests
{
    [Fact]
    public async Task A_partner_who_asks_about_many_people_whom_nobody_knows_is_told_of_once_in_a_window()
    {
        await using var hub = await RunningHub.StartAsync(settings: [("Alarms:Unknown", "5"), ("Alarms:Burst", "1000")]);
        await using var beijing = await hub.JoinWithoutPeopleAsync();
        for (var i = 0; i < 4; i++) await hub.QueryStatusAsync();
        Assert.Empty(await hub.AlarmsAsync("enumeration"));
        for (var i = 0; i < 6; i++) await hub.QueryStatusAsync();
        var alarm = Assert.Single(await hub.EntriesAsync("?kind=enumeration&by=tianjin-gate&reason=unknown-share"));
        Assert.Equal("5 of 5 within 600 s", Expect.Text(alarm, "note"));
        Assert.Equal(1, (await Exposition.ReadAsync(hub)).Sum("healthbao_alarms_total", ("healthbao_alarm", "enumeration")));

        hub.Clock.Advance(TimeSpan.FromMinutes(11));
        for (var i = 0; i < 5; i++) await hub.QueryStatusAsync();
        Assert.Equal(2, (await hub.AlarmsAsync("enumeration")).Count);
    }

    [Fact]
    public async Task A_partner_whose_people_are_known_for_the_most_part_raises_no_alarm()
    {
        await using var hub = await RunningHub.StartAsync(settings: [("Alarms:Unknown", "5"), ("Alarms:Burst", "1000")]);
        await using var beijing = await hub.JoinWithoutPeopleAsync();
        var pass = beijing.Pass();
        for (var i = 0; i < 30; i++)
        {
            var known = i % 3 != 2;
            beijing.Adapter.AnswerQueries(() => known ? new(HealthStatus.NoAbnormality, null, pass.Api, pass.Card) : new(HealthStatus.NotHeld, null, null, null));
            Assert.Equal(HttpStatusCode.OK, await hub.QueryStatusAsync());
        }

        Assert.Empty(await hub.AlarmsAsync("enumeration"));
    }

    [Fact]
    public async Task A_burst_of_guesses_is_told_of_whatever_else_was_asked()
    {
        await using var hub = await RunningHub.StartAsync(settings: [("Alarms:Burst", "8"), ("Alarms:Unknown", "1000")]);
        await using var beijing = await hub.JoinWithoutPeopleAsync();
        for (var i = 0; i < 7; i++) await hub.QueryStatusAsync();
        hub.Clock.Advance(TimeSpan.FromSeconds(61));
        for (var i = 0; i < 7; i++) await hub.QueryStatusAsync();
        Assert.Empty(await hub.AlarmsAsync("enumeration"));
        await hub.QueryStatusAsync();
        Assert.Equal(["unknown-burst"], await hub.AlarmsAsync("enumeration"));
    }

    [Fact]
    public async Task Documents_that_are_not_the_passes_are_counted_per_partner_also_in_batches()
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Alarms:Mismatches", "4"));
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        var question = new { pass = beijing.Pass().Api, destination = "120000", holder = TestPeople.Li.Holder };
        for (var i = 0; i < 3; i++) Expect.Verdict(await hub.AskAsync("/v1/verifications", question), "refuse", "holder-mismatch");
        await hub.AskAsync("/v1/verifications", question, TestPartner.Scanner);
        Assert.Empty(await hub.AlarmsAsync("holder-mismatches"));

        using var batch = await hub.PostTextAsync("/v1/verifications/batch", System.Text.Json.JsonSerializer.Serialize(question), TestPartner.Gate, "application/x-ndjson");
        Assert.Contains("holder-mismatch", await batch.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var alarm = Assert.Single(await hub.EntriesAsync("?kind=holder-mismatches"));
        Assert.Equal(("tianjin-gate", "mismatch-share", "4 of 4 within 3600 s"), (Expect.Text(alarm, "by"), Expect.Text(alarm, "reason"), Expect.Text(alarm, "note")));
    }

    [Fact]
    public async Task An_alarm_names_no_person()
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Alarms:Unknown", "1"));
        await using var beijing = await hub.JoinWithoutPeopleAsync();
        await hub.QueryStatusAsync();
        Assert.Equal(["unknown-share"], await hub.AlarmsAsync("enumeration"));
        var told = string.Join('\n', (await hub.EntriesAsync()).Select(e => e.GetRawText())) + string.Join('\n', hub.Log.Lines);
        Assert.DoesNotContain(TestPeople.Zhang.Number, told, StringComparison.Ordinal);
        Assert.DoesNotContain(TestPeople.Zhang.Name, told, StringComparison.Ordinal);
    }
}
