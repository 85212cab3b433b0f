using HealthBao.Contracts.Status;

namespace HealthBao.Hub.Limits;

/// <summary>What this node holds of one partner's budget. Used by one call at a time.</summary>
internal sealed class Purse(string clientId)
{
    public string ClientId => clientId;

    public SemaphoreSlim Turn { get; } = new(1, 1);

    public ShanghaiDay Day { get; private set; }

    public long Budget { get; private set; }

    public int Held { get; private set; }

    /// <summary>What no node had taken when this one took last.</summary>
    public long Left { get; private set; }

    /// <summary>Whether the operator was told that this budget is spent.</summary>
    public bool IsTold { get; set; }

    /// <summary>When this node found the budget spent.</summary>
    public DateTimeOffset? FoundSpent { get; private set; }

    public bool IsFor(ShanghaiDay day, long budget) => Day == day && Budget == budget;

    public void Open(ShanghaiDay day, long budget) => (Day, Budget, Held, Left, IsTold, FoundSpent) = (day, budget, 0, budget, false, null);

    public void Put(BudgetLease lease, DateTimeOffset now) =>
        (Held, Left, IsTold, FoundSpent) = (lease.Questions, lease.Left, IsTold || lease.IsTold, lease.Questions == 0 ? now : null);

    public void Spend() => Held--;

    /// <summary>Takes out what was not asked.</summary>
    public int Empty()
    {
        var held = Held;
        Held = 0;
        return held;
    }
}
