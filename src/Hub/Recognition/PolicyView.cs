using HealthBao.Contracts.Status;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Recognition;

/// <summary>Policies as an operator sees them: those that came with the hub and those that were asked for, in whatever state.</summary>
internal static class PolicyView
{
    public static object Of(RecognitionPolicy policy, string state) => new
    {
        destination = policy.Destination,
        version = policy.Version,
        state,
        effectiveFrom = ShanghaiDay.Format(policy.EffectiveFrom),
        effectiveUntil = policy.EffectiveUntil is { } until ? ShanghaiDay.Format(until) : null,
    };

    public static IEnumerable<object> All(IReadOnlyList<PolicyRow> rows, PolicyBook book, DateTimeOffset now)
    {
        var asked = rows.Select(r => $"{r.Destination}/{r.Version}").ToHashSet(StringComparer.Ordinal);
        return [.. book.All.Where(p => !asked.Contains(p.Name)).Select(p => Of(p, StateOf(p, book, now))), .. rows.Select(r => Of(r, book, now))];
    }

    private static object Of(PolicyRow row, PolicyBook book, DateTimeOffset now)
    {
        var policy = RegisterRows.Of(row);
        return new
        {
            destination = row.Destination,
            version = row.Version,
            state = row.State == PolicyStates.Approved && policy is not null ? StateOf(policy, book, now) : row.State,
            effectiveFrom = policy is null ? null : ShanghaiDay.Format(policy.EffectiveFrom),
            effectiveUntil = policy?.EffectiveUntil is { } until ? ShanghaiDay.Format(until) : null,
            requestedAt = Instant(row.RequestedAt),
            requestedBy = row.RequestedBy,
            decidedAt = Instant(row.DecidedAt),
            decidedBy = row.DecidedBy,
            urgentReason = row.UrgentReason,
        };
    }

    private static string StateOf(RecognitionPolicy policy, PolicyBook book, DateTimeOffset now) =>
        now < policy.EffectiveFrom ? "announced"
        : policy.EffectiveUntil <= now ? "over"
        : book.InForce(policy.Destination, now)?.Version == policy.Version ? "in-force" : "followed";

    private static string? Instant(long? seconds) => seconds is { } s ? ShanghaiDay.Format(DateTimeOffset.FromUnixTimeSeconds(s)) : null;
}
