using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Settings;
using HealthBao.Contracts.Trust;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Joining;

/// <summary>
/// Asks to join the hub and tells it the day keys: at the start, when a key was made, and every ten minutes. A hub that is away or
/// has not approved yet is waited for; the adapter serves meanwhile.
/// </summary>
internal sealed class JoinHub(
    RegionFolder region, HubConnection hub, EnrolmentKey enrolment, DayKeys days, JoinState state, OwnAddress address,
    IOptions<HubOptions> options, TimeProvider clock, ILogger<JoinHub> logger) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim news = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await address.GetAsync(stoppingToken) is not { } own)
        {
            state.Set("Adapter:PublicAddress");
            logger.NoOwnAddress(region.Code);
            return;
        }

        days.Made += OnKeyMade;
        var wait = FirstWait;
        while (!stoppingToken.IsCancellationRequested)
        {
            var fault = await TryTellAsync(own, stoppingToken);
            state.Set(fault);
            if (fault is not null) logger.JoinWaits(region.Code, options.Value.Address, fault, wait.TotalSeconds);
            await WaitAsync(fault is null ? Rhythm : wait, stoppingToken);
            wait = fault is null ? FirstWait : TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, LongestWait.Ticks));
        }
    }

    public override void Dispose()
    {
        days.Made -= OnKeyMade;
        news.Dispose();
        base.Dispose();
    }

    // Whatever fails here, passes are issued meanwhile.
    private async Task<string?> TryTellAsync(Uri own, CancellationToken cancellation)
    {
        try
        {
            return await TellAsync(own, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return "a fault of its own: " + e.GetType().Name;
        }
    }

    /// <summary>Joins and tells the keys.</summary>
    /// <returns>Null when the hub took both, else what is waited for.</returns>
    private async Task<string?> TellAsync(Uri own, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var request = ParticipantRequest.Sign(region.Participant, region.MapJson, own, enrolment.Key, now);
        if (await hub.PostAsync("/v1/trust/participants", request, cancellation) is { } refused) return "joining: " + refused;
        var keys = new[] { days.Today, days.Tomorrow };
        var statement = KeyStatement.Sign(region.Participant.Issuer, region.Code, keys.Select(d => (d.Day, d.Key)), enrolment.Key, now);
        if (await hub.PostAsync("/v1/trust/keys", statement, cancellation) is { } later) return "day keys: " + later;
        logger.Joined(region.Code, options.Value.Address, keys.Length);
        return null;
    }

    private async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await news.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time is over: tell again.
        }
    }

    private void OnKeyMade() => news.Release();
}
