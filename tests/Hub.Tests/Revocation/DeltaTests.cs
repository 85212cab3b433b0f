using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Revocation;
using HealthBao.Hub.Revocation;

namespace HealthBao.Hub.Tests.Revocation;

public sealed class DeltaTests : IAsyncLifetime
{
    private RunningHub hub = null!;
    private FakeRegion beijing = null!;

    private HeldStatusList Held => hub.Service<StatusListHolder>().Current.Find(beijing.Issuer, beijing.Today)!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync(settings: ("Hub:RegionTimeoutSeconds", "2"));
        beijing = await FakeRegion.JoinAsync(hub, "110000");
        await Eventually.IsTrueAsync(() => beijing.Adapter.Listeners > 0);
    }

    public async Task DisposeAsync()
    {
        await beijing.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Theory]
    [InlineData(PassState.Superseded, "superseded")]
    [InlineData(PassState.Suspended, "suspended")]
    public async Task A_delta_counts_without_the_list_being_fetched(PassState state, string reason)
    {
        var says = beijing.Says();
        var pass = beijing.Sign(says).Api;
        Expect.Verdict(await hub.VerifyAsync(pass), "admit", null);
        var fetches = beijing.Adapter.Fetches;
        beijing.Adapter.TellChange(says.StatusIndex, state);
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(pass), "reason") == reason);
        Assert.Equal(fetches, beijing.Adapter.Fetches);
        Assert.Equal(1, Held.Version);
    }

    [Fact]
    public async Task A_gap_makes_the_list_be_fetched_and_what_was_heard_since_is_not_lost()
    {
        var (lost, kept) = (beijing.Says(), beijing.Says());
        var fetches = beijing.Adapter.Fetches;
        beijing.Adapter.Set(lost.StatusIndex, PassState.Superseded);
        beijing.Adapter.Version = 3;
        // The delta from 3 to 4 is told before a list of version 3 is fetched, which does not hold it.
        beijing.Adapter.Changes.Tell(beijing.Adapter.Delta(3, 4, new ChangedPlaces(PassState.Suspended, [kept.StatusIndex])));
        await Eventually.IsTrueAsync(() => Held.Version == 4);
        Assert.True(beijing.Adapter.Fetches > fetches);
        Assert.Equal((PassState.Superseded, PassState.Suspended), (Held.StateOf(lost.StatusIndex), Held.StateOf(kept.StatusIndex)));

        fetches = beijing.Adapter.Fetches;
        beijing.Adapter.Changes.Tell(beijing.Adapter.Delta(4, 5, new ChangedPlaces(PassState.Superseded, [kept.StatusIndex])));
        await Eventually.IsTrueAsync(() => Held.Version == 5);
        Assert.Equal(fetches, beijing.Adapter.Fetches);
    }

    public static TheoryData<string> Forgeries => new("rubbish", "signed by another", "signed by another region", "of another region", "of another day", "from the future", "a list");

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_delta_that_is_not_one_changes_nothing_and_the_list_is_fetched(string kind)
    {
        await using var tianjin = await FakeRegion.JoinAsync(hub, "120000");
        var says = beijing.Says();
        var fetches = beijing.Adapter.Fetches;
        var forged = beijing.Adapter.Delta(0, 1, new ChangedPlaces(PassState.Superseded, [says.StatusIndex]));
        switch (kind)
        {
            case "rubbish": beijing.Adapter.Changes.Tell("event: delta\ndata: rubbish\n\n"); break;
            case "signed by another": beijing.Adapter.Changes.Tell(forged, SigningKey.Create()); break;
            case "signed by another region": beijing.Adapter.Changes.Tell(forged, tianjin.TodaysKey); break;
            case "of another region": beijing.Adapter.Changes.Tell(forged with { Issuer = tianjin.Issuer }); break;
            case "of another day": beijing.Adapter.Changes.Tell(forged with { Day = beijing.Today.Next }, beijing.KeyOf(beijing.Today.Next)); break;
            case "from the future": beijing.Adapter.Changes.Tell(forged with { AsOf = forged.AsOf.AddSeconds(61) }); break;
            default: beijing.Adapter.Changes.Tell($"event: delta\ndata: {StatusListToken.Sign(Held with { Version = 1 }, beijing.TodaysKey)}\n\n"); break;
        }

        await Eventually.IsTrueAsync(() => beijing.Adapter.Fetches > fetches);
        Assert.Equal((0, PassState.Valid), (Held.Version, Held.StateOf(says.StatusIndex)));
        Expect.Verdict(await hub.VerifyAsync(beijing.Sign(says).Api), "admit", null);

        // And it listens again.
        await Eventually.IsTrueAsync(() => beijing.Adapter.Listeners > 0);
        beijing.Adapter.TellChange(says.StatusIndex, PassState.Superseded);
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(beijing.Sign(says).Api), "reason") == "superseded");
    }

    [Fact]
    public async Task A_delta_told_again_takes_nothing_back()
    {
        var says = beijing.Says();
        var first = beijing.Adapter.Delta(0, 1, new ChangedPlaces(PassState.Suspended, [says.StatusIndex]));
        var lifted = beijing.Adapter.Delta(1, 2, new ChangedPlaces(PassState.Valid, [says.StatusIndex]));
        beijing.Adapter.Version = 2;
        beijing.Adapter.Changes.Tell(first);
        beijing.Adapter.Changes.Tell(lifted);
        beijing.Adapter.Changes.Tell(first);
        beijing.Adapter.Changes.Tell(beijing.Adapter.Delta(2, 3, new ChangedPlaces(PassState.Superseded, [says.StatusIndex + 1])));
        await Eventually.IsTrueAsync(() => Held.Version == 3);
        Assert.Equal(PassState.Valid, Held.StateOf(says.StatusIndex));
    }

    [Fact]
    public async Task A_pass_beyond_the_list_is_unknown_until_the_region_tells_that_the_list_grew()
    {
        var beyond = beijing.Says() with { StatusIndex = Held.List.Count + 5 };
        Expect.Verdict(await hub.VerifyAsync(beijing.Sign(beyond).Api), "cannot-tell", "status-unknown");
        beijing.Adapter.Changes.Tell(beijing.Adapter.Delta(0, 0) with { Places = 2 * Held.List.Count });
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(beijing.Sign(beyond).Api), "verdict") == "admit");
    }

    [Fact]
    public async Task A_beat_keeps_the_list_young_though_it_is_never_fetched()
    {
        var pass = beijing.Pass().Api;
        beijing.Adapter.OnStatusList = http => FakeAdapter.AnswerAsync(http, 503, "");
        for (var n = 0; n < 4; n++)
        {
            hub.Clock.Advance(TimeSpan.FromSeconds(20));
            beijing.Adapter.Changes.Tell(beijing.Adapter.Delta(0, 0));
            await Eventually.IsTrueAsync(() => Held.AsOf == hub.Clock.GetUtcNow());
        }

        Assert.Equal("2026-03-01T09:01:20+08:00", Expect.Text(await hub.VerifyAsync(pass), "statusListAsOf"));
    }
}
