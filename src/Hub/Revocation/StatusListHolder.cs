using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;

namespace HealthBao.Hub.Revocation;

/// <summary>The status lists in force on this node: an immutable set, replaced whole.</summary>
public sealed class StatusListHolder
{
    private StatusListSet current = StatusListSet.Empty;

    public StatusListSet Current => Volatile.Read(ref current);

    public void Take(HeldStatusList list) => Replace(set => set.With(list));

    public void Forget(ShanghaiDay before) => Replace(set => set.Without(before));

    /// <summary>Continues the list that a delta belongs to; without one it is a gap.</summary>
    public DeltaFit Apply(StatusListDelta delta)
    {
        var fit = DeltaFit.Gap;
        Replace(set =>
        {
            fit = DeltaFit.Gap;
            return set.Find(delta.Issuer, delta.Day)?.With(delta, out fit) is { } list && fit == DeltaFit.Applied ? set.With(list) : set;
        });
        return fit;
    }

    private void Replace(Func<StatusListSet, StatusListSet> change)
    {
        StatusListSet before;
        do before = Current;
        while (Interlocked.CompareExchange(ref current, change(before), before) != before);
    }
}
