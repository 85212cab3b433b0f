using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Files;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Settings;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Status;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Expiry;

/// <summary>
/// Looks at the clock every second: makes tomorrow's key ahead, and drops what belongs to a day that is over, with its private key and
/// its nightly files. Looking, not waiting for midnight, survives a suspended machine and a clock that is set.
/// </summary>
internal sealed class DayTurn(
    RegionFolder region, IStorage storage, AdapterStore lasting, ChangeRecords records, DayKeys days, IRegionAdapter adapter,
    IOptions<AdapterOptions> options, TimeProvider clock, ILogger<DayTurn> logger) : BackgroundService
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
                logger.TurnFailed(region.Code, e.GetType().Name, e.StackTrace);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TurnOnceAsync()
    {
        var now = clock.GetUtcNow();
        _ = (days.Today, days.Tomorrow);
        foreach (var day in storage.Days().Where(d => d.End + Grace <= now)) await PurgeAsync(day);
        foreach (var file in adapter.NightlyFiles) file.Purge(ShanghaiDay.At(now));
        if (swept != ShanghaiDay.At(now)) await SweepAsync(ShanghaiDay.At(now));
    }

    // Once a day is enough: records are kept by the day.
    private async Task SweepAsync(ShanghaiDay today)
    {
        var kept = options.Value.ChangeRecordDays;
        if (await records.ForgetBeforeAsync(today.Start.AddDays(-kept)) is > 0 and var dropped) logger.ChangeRecordsDropped(region.Code, kept, dropped);
        swept = today;
    }

    private async Task PurgeAsync(ShanghaiDay day)
    {
        var receipt = await days.EndAsync(day);
        lasting.Add(receipt);
        lasting.ForgetKeysBefore(ShanghaiDay.At(receipt.At).Previous);
        logger.DayPurged(region.Code, day.Compact, receipt.Passes);
    }
}
