using HealthBao.Hub.Audit;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Limits;

/// <summary>Counts documents that were shown and are not the pass's, per partner: passes that are lent, or document numbers that are tried out.</summary>
internal sealed class HolderWatch(Alarms alarms, IOptions<AlarmOptions> options, TimeProvider clock)
{
    private readonly PartnerWatch watch =
        new(new("mismatch-share", TimeSpan.FromMinutes(options.Value.MismatchMinutes), options.Value.Mismatches, options.Value.MismatchPercent), clock);

    /// <returns>An alarm, to be recorded with the verification that raised it.</returns>
    public AuditEntry? Note(AuditEntry verification) =>
        verification is { HolderConsistent: { } isConsistent, By: { } partner } && watch.Note(partner, !isConsistent) is { } note
            ? alarms.Raise(AuditKind.HolderMismatches, partner, watch.Reason, note)
            : null;
}
