namespace HealthBao.Sandbox.Composition;

/// <summary>A part in this process; it shares the clock object itself.</summary>
public sealed class InProcessPart(PartPlan plan, ShiftedClock clock) : ISandboxPart
{
    private WebApplication? app;

    public PartPlan Plan => plan;

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (app is not null) return;
        app = PartHost.Build(plan, clock);
        await app.StartAsync(cancellation);
    }

    public async Task StopAsync()
    {
        if (app is null) return;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
        app = null;
    }

    public void SetClock(DateTimeOffset now)
    {
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
