namespace HealthBao.Hub.Tests.FrontDoor;

/// <summary>A hub that one region has joined, for tests that change nothing.</summary>
public sealed class HubAlone : IAsyncLifetime
{
    private RunningHub hub = null!;
    private FakeRegion beijing = null!;

    public Uri Address => hub.Http.BaseAddress!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync();
        beijing = await FakeRegion.JoinAsync(hub, "110000");
    }

    public async Task DisposeAsync()
    {
        await beijing.DisposeAsync();
        await hub.DisposeAsync();
    }
}
