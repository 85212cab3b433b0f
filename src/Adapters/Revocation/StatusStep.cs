using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Revocation;

/// <summary>What happened between two versions of a day's list.</summary>
internal sealed record StatusStep(long From, long To, int Places, IReadOnlyList<StatusChange> Changes)
{
    /// <summary>All of it in one delta; of several changes of one place the last counts.</summary>
    /// <param name="asOf">An instant before the step was taken.</param>
    public StatusListDelta ToDelta(string issuer, ShanghaiDay day, DateTimeOffset asOf)
    {
        var states = new SortedDictionary<int, PassState>();
        foreach (var change in Changes)
            foreach (var index in change.Indexes)
                states[index] = change.State;
        return new(issuer, day, asOf, From, To, Places, [.. states.GroupBy(s => s.Value, s => s.Key).Select(s => new ChangedPlaces(s.Key, [.. s]))]);
    }
}
