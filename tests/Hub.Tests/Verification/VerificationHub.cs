namespace HealthBao.Hub.Tests.Verification;

/// <summary>A hub that the three regions have joined, for tests that leave clock and lists as they are.</summary>
public sealed class VerificationHub : IAsyncLifetime
{
    public RunningHub Hub { get; private set; } = null!;

    public FakeRegion Beijing { get; private set; } = null!;

    public FakeRegion Tianjin { get; private set; } = null!;

    public FakeRegion Hebei { get; private set; } = null!;

    public FakeRegion Of(string code) => code switch { "110000" => Beijing, "120000" => Tianjin, _ => Hebei };

    public async Task InitializeAsync()
    {
        Hub = await RunningHub.StartAsync(settings: ("Hub:RegionTimeoutSeconds", "2"));
        Beijing = await FakeRegion.JoinAsync(Hub, "110000");
        Tianjin = await FakeRegion.JoinAsync(Hub, "120000");
        Hebei = await FakeRegion.JoinAsync(Hub, "130000");
    }

    public async Task DisposeAsync()
    {
        foreach (var region in new[] { Beijing, Tianjin, Hebei }) await region.DisposeAsync();
        await Hub.DisposeAsync();
    }
}
