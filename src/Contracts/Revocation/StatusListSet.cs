using System.Collections.Immutable;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Revocation;

/// <summary>The status lists that a verifier holds. Immutable: a new list makes a new set.</summary>
public sealed class StatusListSet
{
    private readonly ImmutableDictionary<(string Issuer, ShanghaiDay Day), HeldStatusList> lists;

    private StatusListSet(ImmutableDictionary<(string Issuer, ShanghaiDay Day), HeldStatusList> lists) => this.lists = lists;

    /// <summary>No lists: every pass is <c>status-unknown</c>.</summary>
    public static StatusListSet Empty { get; } = new(ImmutableDictionary<(string, ShanghaiDay), HeldStatusList>.Empty);

    /// <summary>All lists held.</summary>
    public IEnumerable<HeldStatusList> All => lists.Values;

    /// <summary>The list of an issuer's day, or null.</summary>
    public HeldStatusList? Find(string issuer, ShanghaiDay day) => lists.GetValueOrDefault((issuer, day));

    /// <summary>
    /// The set with a list added or replaced; an older list never replaces a newer one. A lower version is an older list, unless the one
    /// held was left without news for its time to live: then the issuer has begun anew.
    /// </summary>
    public StatusListSet With(HeldStatusList list) =>
        Find(list.Issuer, list.Day) is { } held && IsNewer(held, list) ? this : new(lists.SetItem((list.Issuer, list.Day), list));

    /// <summary>The set without lists of days before the given one.</summary>
    public StatusListSet Without(ShanghaiDay before) => new(lists.RemoveRange(lists.Keys.Where(k => k.Day.CompareTo(before) < 0)));

    private static bool IsNewer(HeldStatusList held, HeldStatusList list) =>
        held.AsOf > list.AsOf || (held.Version > list.Version && list.AsOf < held.AsOf + held.TimeToLive);
}
