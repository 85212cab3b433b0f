using System.ComponentModel.DataAnnotations;

namespace HealthBao.Hub.Limits;

/// <summary>
/// How much one partner may ask, section <c>Limits</c>; an operator may set other numbers for a partner. Rates are counted by each node for
/// itself; the budget is one for all nodes.
/// </summary>
public sealed class LimitOptions
{
    /// <summary>Verifications of a partner in a minute.</summary>
    [Range(1, 100_000_000)] public int VerifyPerMinute { get; set; } = 60_000;

    /// <summary>Batches of a partner in a minute.</summary>
    [Range(1, 1_000_000)] public int BatchPerMinute { get; set; } = 60;

    /// <summary>Status queries of a partner in a minute.</summary>
    [Range(1, 1_000_000)] public int QueryPerMinute { get; set; } = 120;

    /// <summary>Calls of an operator in a minute.</summary>
    [Range(1, 1_000_000)] public int TrustPerMinute { get; set; } = 600;

    /// <summary>Readings of the audit log in a minute.</summary>
    [Range(1, 1_000_000)] public int AuditPerMinute { get; set; } = 120;

    /// <summary>Status queries of a partner in a Beijing day, on all nodes together.</summary>
    [Range(0, 1_000_000_000)] public long QueryBudget { get; set; } = 5_000;

    /// <summary>The most of a budget that a node takes at once, so that not every question writes to the register.</summary>
    [Range(1, 100_000)] public int BudgetLease { get; set; } = 100;

    /// <summary>The rate of a kind of call.</summary>
    public int Of(CallKind kind) => kind switch
    {
        CallKind.Verify => VerifyPerMinute,
        CallKind.Batch => BatchPerMinute,
        CallKind.Query => QueryPerMinute,
        CallKind.Trust => TrustPerMinute,
        _ => AuditPerMinute,
    };
}
