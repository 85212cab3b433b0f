using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Trust;

/// <summary>Opens the register at start and watches its revision, so that what another node changed counts here within a second.</summary>
internal sealed class RegisterWatch(Register register, TrustSource trust, IOptions<HubOptions> options, ILogger<RegisterWatch> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellation)
    {
        await register.OpenAsync(cancellation);
        await trust.RefreshAsync(cancellation);
        await base.StartAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.RegisterPollMilliseconds));
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await trust.RefreshAsync(stopping);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The last known good state stays; readiness tells.
                Log.RegisterUnreachable(log, e.GetType().Name);
            }
        }
    }
}
