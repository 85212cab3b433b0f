using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Revocation;

/// <summary>A status list as a verifier holds it.</summary>
/// <param name="Issuer">The issuer.</param>
/// <param name="Day">The day.</param>
/// <param name="List">The states.</param>
/// <param name="AsOf">An instant before which no change is left out: when the issuer signed it (<c>iat</c>), or the last delta that continued it.</param>
/// <param name="TimeToLive">After how long to ask again (<c>ttl</c>).</param>
public sealed record HeldStatusList(string Issuer, ShanghaiDay Day, StatusList List, DateTimeOffset AsOf, TimeSpan TimeToLive)
{
    /// <summary>The list's version (<c>version</c>): 0 at the day's start, greater after each change.</summary>
    public long Version { get; init; }

    /// <summary>The state at an index; null when the list does not tell.</summary>
    public PassState? StateOf(int index) => List.StateOf(index);

    /// <summary>Continues the list with a delta of the same issuer and day whose signature was checked.</summary>
    /// <param name="delta">The delta.</param>
    /// <param name="fit">How it fits. Only <see cref="DeltaFit.Applied"/> changes anything, <see cref="AsOf"/> included.</param>
    /// <returns>The list that holds from now on.</returns>
    public HeldStatusList With(StatusListDelta delta, out DeltaFit fit)
    {
        fit = FitOf(delta);
        if (fit != DeltaFit.Applied) return this;
        return this with
        {
            List = delta.Changes.Count == 0 && delta.Places == List.Count ? List : List.With(delta.Places, delta.Changes),
            Version = delta.To,
            AsOf = delta.AsOf > AsOf ? delta.AsOf : AsOf,
        };
    }

    // A delta that begins before the version held continues it too: it tells the last state of whatever changed since then.
    private DeltaFit FitOf(StatusListDelta delta)
    {
        if (delta.Issuer != Issuer || delta.Day != Day) return DeltaFit.Gap;
        if (delta.To < Version) return DeltaFit.Stale;
        if (delta.To == Version) return delta.Places < List.Count || (delta.Places == List.Count && delta.AsOf <= AsOf) ? DeltaFit.Stale : DeltaFit.Applied;
        return delta.From <= Version && delta.Places >= List.Count ? DeltaFit.Applied : DeltaFit.Gap;
    }
}
