using HealthBao.Contracts.Revocation;
using HealthBao.Hub.Revocation;

namespace HealthBao.Hub.Tests.Revocation;

public sealed class LostStreamTests : IAsyncLifetime
{
    private RunningHub hub = null!;
    private FakeRegion beijing = null!;

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

    [Fact]
    public async Task A_stream_that_ends_is_made_good_by_the_list_at_once_and_listened_to_again()
    {
        var says = beijing.Says();
        beijing.Adapter.Set(says.StatusIndex, PassState.Superseded);
        beijing.Adapter.Version = 1;
        beijing.Adapter.Changes.HangUp();
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(beijing.Sign(says).Api), "reason") == "superseded");
        await TheStreamIsHeardAsync();
    }

    [Fact]
    public async Task A_stream_that_is_silent_for_three_beats_is_lost()
    {
        // What was said last must be heard before the clock goes on.
        var heard = hub.Clock.GetUtcNow().AddSeconds(5);
        beijing.Adapter.Changes.Tell(beijing.Adapter.Delta(0, 0) with { AsOf = heard });
        await Eventually.IsTrueAsync(() => hub.Service<StatusListHolder>().Current.Find(beijing.Issuer, beijing.Today)!.AsOf == heard);
        var says = beijing.Says();
        beijing.Adapter.Set(says.StatusIndex, PassState.Superseded);
        beijing.Adapter.Version = 1;
        hub.Clock.Advance(ChangeListener.Silence - TimeSpan.FromSeconds(1));
        Expect.Verdict(await hub.VerifyAsync(beijing.Sign(says).Api), "admit", null);
        hub.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(beijing.Sign(says).Api), "reason") == "superseded");
        await TheStreamIsHeardAsync();
    }

    [Fact]
    public async Task An_event_without_an_end_is_a_lost_stream()
    {
        var says = beijing.Says();
        beijing.Adapter.Set(says.StatusIndex, PassState.Superseded);
        beijing.Adapter.Version = 1;
        beijing.Adapter.Changes.Tell("data: " + new string('A', 4 * StatusListDeltaToken.MaxBytes));
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(beijing.Sign(says).Api), "reason") == "superseded");
        await TheStreamIsHeardAsync();
    }

    [Fact]
    public async Task At_midnight_the_new_days_deltas_count_and_the_old_days_no_longer()
    {
        var yesterday = beijing.Today;
        hub.Clock.SetUtcNow(yesterday.End);
        await Eventually.IsTrueAsync(() => beijing.Adapter.Received.Any(c => c.Path == $"/status/{beijing.Today.Compact}/changes"));
        await Eventually.IsTrueAsync(() => hub.Service<StatusListHolder>().Current.Find(beijing.Issuer, beijing.Today) is not null);
        await TheStreamIsHeardAsync();
        Assert.Equal(0, hub.Service<StatusListHolder>().Current.Find(beijing.Issuer, yesterday)?.Version ?? 0);
    }

    [Fact]
    public async Task Each_node_listens_for_itself()
    {
        await using var second = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        await Eventually.IsTrueAsync(() => beijing.Adapter.Listeners == 2);
        var says = beijing.Says();
        await Eventually.IsTrueAsync(async () => Expect.Text(await second.VerifyAsync(beijing.Sign(says).Api), "verdict") == "admit");
        beijing.Adapter.TellChange(says.StatusIndex, PassState.Superseded);
        foreach (var node in new[] { hub, second })
            await Eventually.IsTrueAsync(async () => Expect.Text(await node.VerifyAsync(beijing.Sign(says).Api), "reason") == "superseded");
    }

    // By an instant that only a delta tells, no list.
    private async Task TheStreamIsHeardAsync()
    {
        var holder = hub.Service<StatusListHolder>();
        await Eventually.IsTrueAsync(() =>
        {
            if (holder.Current.Find(beijing.Issuer, beijing.Today) is { } held && held.AsOf >= hub.Clock.GetUtcNow().AddSeconds(30)) return true;
            beijing.Adapter.Changes.Tell(beijing.Adapter.Delta(beijing.Adapter.Version, beijing.Adapter.Version) with { AsOf = hub.Clock.GetUtcNow().AddSeconds(30) });
            return false;
        });
    }
}
