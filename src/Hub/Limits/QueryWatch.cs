using HealthBao.Contracts.Status;
using HealthBao.Hub.Audit;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Limits;

/// <summary>Sees guessing before the budget ends it: a partner who asks about many people whom nobody knows, or whose names are wrong.</summary>
internal sealed class QueryWatch(Alarms alarms, IOptions<AlarmOptions> options, TimeProvider clock)
{
    private readonly PartnerWatch[] watches =
    [
        new(new("unknown-share", TimeSpan.FromMinutes(options.Value.UnknownMinutes), options.Value.Unknown, options.Value.UnknownPercent), clock),
        new(new("unknown-burst", TimeSpan.FromSeconds(options.Value.BurstSeconds), options.Value.Burst, 0), clock),
    ];

    /// <summary>What is to be recorded of a query: its entries, and an alarm where it broke a rule.</summary>
    /// <param name="entry">The answer; further ones are the regions' side by side.</param>
    public AuditEntry[] Note(AuditEntry entry, params IEnumerable<AuditEntry> further)
    {
        var isUnknown = entry.Status == HealthStatus.NotHeld.Code();
        return [entry, .. further, .. watches.Select(w => (w.Reason, Note: w.Note(entry.By!, isUnknown))).Where(f => f.Note is not null)
            .Select(f => alarms.Raise(AuditKind.Enumeration, entry.By!, f.Reason, f.Note!))];
    }
}
