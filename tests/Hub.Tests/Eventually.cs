namespace HealthBao.Hub.Tests;

/// <summary>Waits for what the hub does in the background, however long this machine takes for it.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task IsTrueAsync(Func<Task<bool>> condition, TimeSpan? atMost = null)
    {
        using var patience = new CancellationTokenSource(atMost ?? Patience);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition()) await beat.WaitForNextTickAsync(patience.Token);
    }

    public static Task IsTrueAsync(Func<bool> condition) => IsTrueAsync(() => Task.FromResult(condition()));
}
