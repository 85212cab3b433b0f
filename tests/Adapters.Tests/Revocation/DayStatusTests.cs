using HealthBao.Adapters.Revocation;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Tests.Revocation;

public sealed class DayStatusTests
{
    private static readonly ShanghaiDay Day = ShanghaiDay.At(RunningAdapter.Morning);

    [Fact]
    public void What_was_committed_together_is_told_once_and_in_one_delta()
    {
        var status = Status();
        var news = status.News;
        status.Apply(new(1, [5, 6]));
        status.Apply(new(2, [7], PassState.Suspended));
        status.Apply(new(3, [7]));
        Assert.False(news.IsCompleted);
        status.Tell();
        Assert.True(news.IsCompleted);
        var delta = status.Since(0).ToDelta("issuer", Day, RunningAdapter.Morning);
        Assert.Equal((0, 3), (delta.From, delta.To));
        Assert.Equal([(PassState.Superseded, "5 6 7")], delta.Changes.Select(c => (c.State, string.Join(' ', c.Indexes))));

        var next = status.News;
        status.Tell();
        Assert.False(next.IsCompleted);
    }

    [Fact]
    public void A_place_that_changed_back_is_told_for_a_list_from_in_between()
    {
        var status = Status();
        status.Apply(new(1, [5], PassState.Suspended));
        var between = new HeldStatusList("issuer", Day, status.Snapshot().List, RunningAdapter.Morning, TimeSpan.FromMinutes(1)) { Version = 1 };
        status.Apply(new(2, [5], PassState.Valid));
        var held = between.With(status.Since(0).ToDelta("issuer", Day, RunningAdapter.Morning), out var fit);
        Assert.Equal((DeltaFit.Applied, PassState.Valid), (fit, held.StateOf(5)));
    }

    [Fact]
    public void A_listener_that_is_too_far_behind_sees_the_gap()
    {
        var status = Status();
        status.Apply(new(1, [1]));
        status.Apply(new(2, [.. Enumerable.Range(2, StatusListDelta.MaxChanges)]));
        Assert.Equal((2, 2, 0), Summary(status.Since(0)));
        Assert.Equal((1, 2, 1), Summary(status.Since(1)));
        status.Apply(new(3, [.. Enumerable.Range(2, StatusListDelta.MaxChanges + 1)], PassState.Suspended));
        Assert.Equal((3, 3, 0), Summary(status.Since(2)));
        Assert.Equal(PassState.Suspended, status.Snapshot().List.StateOf(2));
    }

    [Fact]
    public void After_a_restart_what_happened_before_is_in_the_list_and_not_in_the_stream()
    {
        var status = new DayStatus(16 * 1024, 41, [(3, PassState.Superseded), (4, PassState.Suspended)], 0);
        Assert.Equal((41, 41, 0), Summary(status.Since(40)));
        Assert.Equal([3, 4], status.Snapshot().List.Marked);
        status.Apply(new(42, [9]));
        Assert.Equal((41, 42, 1), Summary(status.Since(41)));
    }

    private static DayStatus Status() => new(16 * 1024, 0, [], 0);

    private static (long From, long To, int Changes) Summary(StatusStep step) => (step.From, step.To, step.Changes.Count);
}
