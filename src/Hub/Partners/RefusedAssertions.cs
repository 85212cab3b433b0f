using HealthBao.Hub.Audit;
using HealthBao.Hub.Telemetry;

namespace HealthBao.Hub.Partners;

/// <summary>
/// Records refused assertions, which anybody can send: the first of a kind at once, those that follow within the minute as one entry with
/// their number. A kind is the proven client, or nobody, with one of our own words for the fault, so there are few.
/// </summary>
internal sealed class RefusedAssertions(AuditLog audit, HubMeters meters, TimeProvider clock, ILogger<RefusedAssertions> log) : BackgroundService
{
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private Dictionary<(string? Client, string Fault), int> further = [];

    public Task NoteAsync(string? client, string fault)
    {
        meters.AssertionRefused();
        lock (gate)
        {
            if (further.TryGetValue((client, fault), out var count))
            {
                further[(client, fault)] = count + 1;
                return Task.CompletedTask;
            }

            further[(client, fault)] = 0;
        }

        Log.AssertionRefused(log, client ?? "(unproven)", fault);
        return audit.AppendAsync(Entry(client, fault));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TellAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Together, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TellAsync();
    }

    private async Task TellAsync()
    {
        Dictionary<(string? Client, string Fault), int> counted;
        lock (gate) (counted, further) = (further, []);
        foreach (var ((client, fault), count) in counted.Where(c => c.Value > 0))
        {
            Log.AssertionsRefused(log, count, client ?? "(unproven)", fault);
            try
            {
                await audit.AppendAsync(Entry(client, fault) with { Count = count });
            }
            catch (AuditUnavailableException)
            {
                // What could not be recorded is counted on; the log has told that the disk fails.
                lock (gate) further[(client, fault)] = further.GetValueOrDefault((client, fault)) + count;
            }
        }
    }

    private static AuditEntry Entry(string? client, string fault) => new(AuditKind.TokenRefused, client) { Outcome = "refused", Note = fault };
}
