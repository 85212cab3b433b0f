using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Revocation;

/// <summary>
/// What happened to a status list between two of its versions. With equal versions it has no changes and says that the list still stands
/// at that version, and how far it reaches.
/// </summary>
/// <param name="Issuer">The issuer.</param>
/// <param name="Day">The day.</param>
/// <param name="AsOf">An instant before which nothing is left out (<c>iat</c>).</param>
/// <param name="From">The version before.</param>
/// <param name="To">The version after.</param>
/// <param name="Places">How many places the list has now.</param>
/// <param name="Changes">
/// The state at <paramref name="To"/> of every place that changed after <paramref name="From"/>, even of one that changed back; each state and each place at most once.
/// </param>
public sealed record StatusListDelta(
    string Issuer, ShanghaiDay Day, DateTimeOffset AsOf, long From, long To, int Places, IReadOnlyList<ChangedPlaces> Changes)
{
    /// <summary>The most places that one delta changes.</summary>
    public const int MaxChanges = 8192;

    /// <summary>Whether the delta is one: versions that grow exactly when something changed, known states, places in order and within the list.</summary>
    internal bool IsSound() =>
        From >= 0 && Places is > 0 and <= StatusList.MaxPlaces && Places % 4 == 0
        && (Changes.Count == 0 ? From == To : From < To)
        && Changes.Sum(c => (long)c.Indexes.Count) <= MaxChanges
        && Changes.All(c => c.State <= PassState.Suspended && c.Indexes.Count > 0 && IsInOrder(c.Indexes))
        && Changes.DistinctBy(c => c.State).Count() == Changes.Count
        && (Changes.Count < 2 || Changes.SelectMany(c => c.Indexes).Distinct().Count() == Changes.Sum(c => c.Indexes.Count));

    private bool IsInOrder(IReadOnlyList<int> indexes)
    {
        var before = -1;
        foreach (var index in indexes)
        {
            if (index <= before || index >= Places) return false;
            before = index;
        }

        return true;
    }
}
