using HealthBao.Adapters.NativeSystem;

namespace HealthBao.Adapters.Tests.NativeSystem;

public sealed class MassChangeTests
{
    [Fact]
    public async Task The_operator_is_told_once_when_one_office_changes_more_than_fifty_people_within_an_hour()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        await TellAsync(adapter, 0, MassChanges.Many);
        Assert.Empty(Told(adapter));
        await TellAsync(adapter, 100, 1, "990105/COMMUNITY");
        Assert.Empty(Told(adapter));
        await TellAsync(adapter, 200, 20);
        Assert.Contains("990001/CDC changed 51 people and 0 passes", Assert.Single(Told(adapter)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_more_than_an_hour_it_is_no_mass_change()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        await TellAsync(adapter, 0, 30);
        adapter.Clock.Advance(TimeSpan.FromMinutes(61));
        await TellAsync(adapter, 100, 30);
        Assert.Empty(Told(adapter));
    }

    [Fact]
    public async Task A_restart_in_between_hides_nothing()
    {
        var first = await RunningAdapter.StartAsync();
        await TellAsync(first, 0, 40);
        await first.DisposeAsync();
        await using var second = await RunningAdapter.StartAsync(first.Directory, first.Clock);
        await TellAsync(second, 100, 11);
        Assert.Single(Told(second));
    }

    [Fact]
    public async Task One_person_s_many_passes_count_too()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = code => Task.FromResult(RunningAdapter.Stated(asOf: RunningAdapter.Morning.AddMinutes(int.Parse(code[3..]) - 60)));
        for (var n = 0; n <= MassChanges.Many; n++) await adapter.PassAsync($"EX:{n}");
        await ChangeTests.TellAsync(adapter, new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00" });
        Assert.Contains("changed 1 people and 51 passes", Assert.Single(Told(adapter)), StringComparison.Ordinal);
    }

    private static Task TellAsync(RunningAdapter adapter, int first, int count, string authority = "990001/CDC") => Task.WhenAll(
        Enumerable.Range(first, count).Select(n => ChangeTests.TellAsync(adapter, new { subject = "s" + n, occurredAt = "2026-03-01T09:12:00+08:00", authority })));

    private static string[] Told(RunningAdapter adapter) => [.. adapter.Log.Lines.Where(l => l.StartsWith("Warning 2008 ", StringComparison.Ordinal))];
}
