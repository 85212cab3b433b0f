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

    private void Replace(Func<StatusListSet, StatusListSet> change)
    {
        StatusListSet before;
        do before = current;
        while (Interlocked.CompareExchange(ref current, change(before), before) != before);
    }
}
