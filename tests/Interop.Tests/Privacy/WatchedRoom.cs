using HealthBao.Sandbox.Composition;
using HealthBao.Sandbox.Control;
using HealthBao.Sandbox.People;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>The hub and the three regions' adapters, each a process of its own and watched, before the regions' own systems.</summary>
internal sealed class WatchedRoom : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
    private readonly string directory = Directory.CreateTempSubdirectory("healthbao-watched-").FullName;
    private readonly List<WatchedPart> parts = [];
    private readonly Dictionary<string, string> tokens = [];

    private WatchedRoom(string? postgres) => Plan = new(new() { PortBase = FreePorts.FindShift(), Data = directory, Postgres = postgres }, "http://127.0.0.1:9");

    public SandboxPlan Plan { get; }

    public RegionSystems Systems { get; private set; } = null!;

    public WatchedPart Hub => parts[0];

    public IReadOnlyList<WatchedPart> Parts => parts;

    public string Token => tokens[Plan.Partners[1].ClientId];

    public string OperatorToken => tokens[Plan.Operator.ClientId];

    public static async Task<WatchedRoom> StartAsync(string? postgres, IReadOnlyList<Citizen> citizens)
    {
        var room = new WatchedRoom(postgres);
        try
        {
            await room.StartAsync(citizens);
            return room;
        }
        catch
        {
            await room.DisposeAsync();
            throw;
        }
    }

    public WatchedPart Adapter(string region) => parts.Single(p => p.Plan.Region == region);

    public async ValueTask DisposeAsync()
    {
        foreach (var part in parts) await part.DisposeAsync();
        if (Systems is not null) await Systems.DisposeAsync();
        http.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private async Task StartAsync(IReadOnlyList<Citizen> citizens)
    {
        Systems = await RegionSystems.StartAsync(Plan, citizens);
        parts.Add(await WatchedPart.StartAsync(Plan.Hub, directory, ("Hub:RegionTimeoutSeconds", "4"), ("Partners:RequestsPerMinute", "10")));
        var adapters = Plan.Adapters.Where(a => a.Region.StartsWith('1')).Select(a => WatchedPart.StartAsync(a, directory, ("Adapter:SourceTimeout", "00:00:01"))).ToArray();
        // Those that started are ended with the room, also where one did not.
        await Task.WhenAll(adapters).ContinueWith(_ => parts.AddRange(adapters.Where(a => a.IsCompletedSuccessfully).Select(a => a.Result)), TaskScheduler.Default);
        await Task.WhenAll(adapters);
        var grants = new PartnerTokens(http, Plan.Hub.Address, TimeProvider.System);
        var joining = new JoinPartners(http, Plan.Hub.Address, Plan.Operator, grants, TimeProvider.System);
        foreach (var partner in Plan.Partners) await joining.JoinAsync(partner, CancellationToken.None);
        foreach (var partner in Plan.Partners.Append(Plan.Operator)) tokens[partner.ClientId] = await grants.GetAsync(partner, CancellationToken.None);
        using var patience = new CancellationTokenSource(Patience);
        foreach (var adapter in parts.Skip(1)) await UntilAsync(() => ApproveAsync(adapter.Plan.Region), patience.Token);
        await UntilAsync(async () => (await http.GetStringAsync(Plan.Hub.Address + "/readyz")).Split(":\"ready\"").Length == parts.Count, patience.Token);
        await RegionSystems.DeliverAsync(Plan, citizens);
    }

    private async Task<bool> ApproveAsync(string region)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Plan.Hub.Address}/v1/trust/participants/{region}/approval") { Headers = { Authorization = new("Bearer", OperatorToken) } };
        using var response = await http.SendAsync(request);
        return response.IsSuccessStatusCode;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition, CancellationToken patience)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await condition()) await beat.WaitForNextTickAsync(patience);
    }
}
