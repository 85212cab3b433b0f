namespace HealthBao.Sandbox.Composition;

/// <summary>A running part: in this process or in one of its own.</summary>
public interface ISandboxPart : IAsyncDisposable
{
    PartPlan Plan { get; }

    Task StartAsync(CancellationToken cancellation);

    /// <summary>Stops it; a part in a process of its own is killed, as a machine would be.</summary>
    Task StopAsync();

    /// <summary>Tells it the shared clock.</summary>
    void SetClock(DateTimeOffset now);
}
