using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Determination.Observations;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Native;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Proofing;
using HealthBao.HealthCode.Proofing.Staffed;
using HealthBao.HealthCode.Sessions;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Expiry;

/// <summary>
/// Looks at the clock every second and ends what is over: the day's secret, its store and its lists. Looking, not waiting for midnight,
/// survives a suspended machine and a clock that is set.
/// </summary>
internal sealed class DayTurn(
    IStorage storage, LastingStore lasting, DayStores days, KeyFolder keys, FeedsInForce feeds, NativeCodes codes, OpenSession sessions, ProvePerson proofs, StaffedChecks checks,
    IEnumerable<LastingEnd> ends, TimeProvider clock, ILogger<DayTurn> logger) : BackgroundService
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // Calls that began before 24:00 end first.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turning = new(1);
    private ShanghaiDay? swept;

    /// <summary>Does what is due now.</summary>
    public async Task TurnAsync()
    {
        await turning.WaitAsync();
        try
        {
            await TurnOnceAsync();
        }
        finally
        {
            turning.Release();
        }
    }

    public override void Dispose()
    {
        turning.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Second, clock);
        do
        {
            try
            {
                await TurnAsync();
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.TurnFailed(e.GetType().Name, e.StackTrace);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TurnOnceAsync()
    {
        var now = clock.GetUtcNow();
        await feeds.TurnAsync(ShanghaiDay.At(now));
        foreach (var day in storage.Days().Union(keys.Days()).Where(d => d.End + Grace <= now).Order()) await PurgeAsync(day);
        if (swept != ShanghaiDay.At(now)) await SweepAsync(now);
    }

    // What lasts ends too: an observation a day after it is over, a trip after its 14 days, a session that nobody uses and the consent to it, and what
    // each slice says.
    private async Task SweepAsync(DateTimeOffset now)
    {
        await lasting.WriteAsync(c => ObservationTable.ForgetOver(c, now.AddDays(-1).ToUnixTimeSeconds()) + c.Run("DELETE FROM trip WHERE until <= @now", ("@now", now.ToUnixTimeSeconds())));
        await sessions.EndUnusedAsync();
        await proofs.ForgetConsentsAsync();
        await checks.ForgetOverAsync();
        foreach (var end in ends) await lasting.WriteAsync(c => end.Forget(c, now));
        swept = ShanghaiDay.At(now);
    }

    private async Task PurgeAsync(ShanghaiDay day)
    {
        var people = CountTold(day);
        codes.Sweep();
        await days.EndAsync(day);
        await PurgeTable.AddAsync(lasting, new(day, clock.GetUtcNow(), people));
        logger.DayPurged(day.Compact, people);
    }

    // A store that can no longer be read is dropped all the same.
    private long CountTold(ShanghaiDay day)
    {
        try
        {
            if (!storage.Days().Contains(day)) return 0;
            using var source = storage.OpenDay(day);
            using var connection = source.OpenConnection();
            return connection.Rows("SELECT COUNT(*) FROM told", r => r.GetInt64(0))[0];
        }
        catch (System.Data.Common.DbException)
        {
            return PurgeReceipt.Unknown;
        }
    }
}
