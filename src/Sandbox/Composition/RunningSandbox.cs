using System.Text.Json;
using HealthBao.Sandbox.Control;

namespace HealthBao.Sandbox.Composition;

/// <summary>Jing-Jin-Ji on one machine: starts every part, lets the regions join, and stops in the reverse order.</summary>
public sealed class RunningSandbox : IAsyncDisposable
{
    private readonly HttpClient http;
    private readonly WebApplication control;
    private readonly SandboxOptions options;
    private readonly List<ISandboxPart> parts = [];

    private RunningSandbox(SandboxOptions options)
    {
        this.options = options;
        http = new() { Timeout = options.StartPatience };
        if (options.Clock is { } now) Clock.Set(now);
        control = SandboxControl.Build(this);
    }

    public ShiftedClock Clock { get; } = new();

    public SandboxPlan Plan { get; private set; } = null!;

    public IReadOnlyList<ISandboxPart> Parts => parts;

    public HttpClient Http => http;

    private JoinPartners Partners => new(http, Plan.Hub.Address, Plan.Operator, Tokens, Clock);

    internal PartnerTokens Tokens => new(http, Plan.Hub.Address, Clock);

    /// <summary>Starts everything and returns when every region can be verified.</summary>
    public static async Task<RunningSandbox> StartAsync(SandboxOptions options, CancellationToken cancellation)
    {
        var sandbox = new RunningSandbox(options);
        try
        {
            await sandbox.StartAsync(cancellation);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    public void SetClock(DateTimeOffset now)
    {
        Clock.Set(now);
        foreach (var part in parts) part.SetClock(now);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in Enumerable.Reverse(parts)) await part.DisposeAsync();
        await control.DisposeAsync();
        http.Dispose();
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.StartPatience);
        await control.StartAsync(patience.Token);
        Plan = new(options, control.Urls.First());
        foreach (var plan in new[] { Plan.Hub }.Concat(Plan.Adapters).Concat(Plan.NativeSystems)) parts.Add(options.Separate ? new ProcessPart(plan, Clock) : new InProcessPart(plan, Clock));
        await parts[0].StartAsync(patience.Token);
        await Task.WhenAll(parts.Skip(1).Select(p => p.StartAsync(patience.Token)).Concat(Plan.Partners.Select(p => Partners.JoinAsync(p, patience.Token))));
        await Task.WhenAll(Plan.Adapters.Select(a => ApproveAsync(a.Region, patience.Token)));
        await WaitUntilReadyAsync(patience.Token);
    }

    // The operator's part: every region asks to join by itself, and is approved by hand; here the sandbox is the hand.
    private async Task ApproveAsync(string region, CancellationToken cancellation)
    {
        var token = await Tokens.GetAsync(Plan.Operator, cancellation);
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Plan.Hub.Address}/v1/trust/participants/{region}/approval");
            request.Headers.Authorization = new("Bearer", token);
            using var response = await http.SendAsync(request, cancellation);
            if (response.IsSuccessStatusCode) return;
            await Task.Delay(50, cancellation);
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellation)
    {
        while (true)
        {
            using var answer = JsonDocument.Parse(await http.GetStringAsync(Plan.Hub.Address + "/readyz", cancellation));
            var regions = answer.RootElement.GetProperty("regions").EnumerateObject().Where(r => r.Value.GetString() == "ready").Count();
            if (regions == Plan.Adapters.Count) return;
            await Task.Delay(100, cancellation);
        }
    }
}
