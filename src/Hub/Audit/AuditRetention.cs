using HealthBao.Contracts.Status;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Audit;

/// <summary>Drops what is older than the retention, a day at a time, and records that it did.</summary>
internal sealed class AuditRetention(IAuditStore store, AuditLog audit, IOptions<AuditOptions> options, TimeProvider clock, ILogger<AuditRetention> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromHours(1);

    public async Task DropAsync()
    {
        var oldest = ShanghaiDay.At(clock.GetUtcNow().AddDays(-options.Value.RetentionDays));
        foreach (var day in store.Days().Where(d => d.CompareTo(oldest) < 0))
        {
            await audit.AppendAsync(new AuditEntry(AuditKind.AuditDropped, null) { Subject = day.Compact });
            store.Drop(day);
            Log.AuditDropped(log, day.Compact);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        do
        {
            try
            {
                await DropAsync();
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // What is old stays a while longer; the next round tries again.
                Log.AuditFailed(log, e.GetType().Name, "old days were not dropped");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
