namespace HealthBao.Hub.Limits;

/// <summary>What a node got of a budget.</summary>
/// <param name="Questions">How many questions; 0 when the budget is spent.</param>
/// <param name="Left">What no node has taken yet.</param>
/// <param name="IsTold">Whether the operator was told already that this budget is spent.</param>
internal readonly record struct BudgetLease(int Questions, long Left, bool IsTold);
