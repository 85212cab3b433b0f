namespace HealthBao.Hub.Trust;

/// <summary>Purges the register every ten minutes. Every node does; rows that another deleted first are simply not there.</summary>
internal sealed class RegisterPurge(Register register, TimeProvider clock, ILogger<RegisterPurge> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await register.PurgeAsync(stopping);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.PurgeFailed(log, e.GetType().Name);
            }
        }
    }
}
