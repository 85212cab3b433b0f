using HealthBao.Contracts.Status;
using HealthBao.Sandbox.People;

namespace HealthBao.Sandbox.StandIns.Xingtai;

/// <summary>Delivers each day's file to Hebei's adapter as soon as the day has begun, again until it is taken.</summary>
internal sealed class XingtaiDelivery(Population people, AdapterNotice adapter, TimeProvider clock, ILogger<XingtaiDelivery> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(500);
    private ShanghaiDay? delivered;

    /// <summary>Delivers the file of this moment.</summary>
    public async Task DeliverAsync(CancellationToken cancellation)
    {
        var day = ShanghaiDay.At(clock.GetUtcNow());
        var (csv, ok, fileName) = XingtaiFileWriter.Write(day, people.All);
        var outcome = await adapter.DeliverAsync("xingtai", fileName, csv, ok, cancellation);
        if (outcome.AdapterTold) delivered = day;
        else if (outcome.Status != 0) SourceLog.FileNotTaken(log, fileName, outcome.Status);
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Rhythm);
        do
        {
            if (delivered != ShanghaiDay.At(clock.GetUtcNow())) await DeliverAsync(stopping);
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }
}
