using System.Collections.Concurrent;

namespace HealthBao.Hub.Limits;

/// <summary>Holds one rule against every partner.</summary>
internal sealed class PartnerWatch(WatchRule rule, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, SlidingCount> counts = new(StringComparer.Ordinal);

    public string Reason => rule.Reason;

    /// <returns>What an operator has to know, when the partner has broken the rule just now.</returns>
    public string? Note(string clientId, bool isConspicuous) =>
        counts.GetOrAdd(clientId, _ => new(rule)).Note(isConspicuous, clock.GetUtcNow()) is { } found
            ? $"{found.Conspicuous} of {found.All} within {(long)rule.Window.TotalSeconds} s"
            : null;
}
