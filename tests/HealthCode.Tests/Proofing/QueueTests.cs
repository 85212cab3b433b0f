using HealthBao.HealthCode.Proofing;
using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Tests.Proofing;

public sealed class QueueTests
{
    [Fact]
    public void Who_comes_when_all_places_are_taken_gets_none_until_one_is_left()
    {
        using var queue = QueueOf(workers: 1, waiting: 1);
        var first = queue.Take();
        using var second = queue.Take();
        Assert.NotNull(second);
        Assert.Null(queue.Take());
        first!.Dispose();
        first.Dispose();
        using var third = queue.Take();
        Assert.NotNull(third);
        Assert.Null(queue.Take());
    }

    [Fact]
    public void The_waiting_time_that_is_told_grows_with_those_who_wait()
    {
        using var queue = QueueOf(workers: 1, waiting: 100);
        Assert.Equal(0, queue.WaitSeconds);
        for (var i = 0; i < 10; i++) queue.Take();
        Assert.Equal(3, queue.WaitSeconds);
    }

    [Fact]
    public async Task No_more_than_the_workers_work_at_once()
    {
        using var queue = QueueOf(workers: 2, waiting: 10);
        var (now, most) = (0, 0);
        var gate = new Lock();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var place = queue.Take();
            await place!.RunAsync(
                () =>
                {
                    lock (gate) most = Math.Max(most, ++now);
                    Thread.Yield();
                    lock (gate) return now--;
                },
                CancellationToken.None);
        }));
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task Work_that_fails_leaves_its_worker_to_the_next()
    {
        using var queue = QueueOf(workers: 1, waiting: 1);
        using var place = queue.Take();
        await Assert.ThrowsAsync<InvalidOperationException>(() => place!.RunAsync<int>(() => throw new InvalidOperationException(), CancellationToken.None));
        Assert.Equal(7, await place!.RunAsync(() => 7, CancellationToken.None));
    }

    private static FaceQueue QueueOf(int workers, int waiting) => new(Options.Create(new ProofingOptions { Workers = workers, Waiting = waiting }), TimeProvider.System);
}
