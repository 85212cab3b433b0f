using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Trust;

/// <summary>
/// Opens the register at start and watches its revision, so that what another node changed counts here within a second. A register that is away at the
/// start is waited for, when there is something last known good to go on with; without that the start fails, and its message says why.
/// </summary>
internal sealed class RegisterWatch(Register register, TrustSource trust, IOptions<HubOptions> options, ILogger<RegisterWatch> log) : BackgroundService
{
    private bool isOpen;

    public override async Task StartAsync(CancellationToken cancellation)
    {
        var restored = trust.Restore();
        try
        {
            await LookAsync(cancellation);
        }
        catch (Exception e) when (restored && e is not OperationCanceledException)
        {
            Log.RegisterUnreachable(log, e.GetType().Name);
        }

        await base.StartAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.RegisterPollMilliseconds));
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await LookAsync(stopping);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The last known good state stays, until its list ends; readiness tells.
                Log.RegisterUnreachable(log, e.GetType().Name);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        if (!isOpen) await register.OpenAsync(cancellation);
        isOpen = true;
        await trust.RefreshAsync(cancellation);
    }
}
