namespace HealthBao.Hub.Limits;

/// <summary>A partner's budget after a claim on it.</summary>
/// <param name="Left">How many more may be asked, as far as this node knows.</param>
/// <param name="UntilEnd">The time until 24:00, when a new budget begins.</param>
internal readonly record struct BudgetState(BudgetOutcome Outcome, long Budget, long Left, TimeSpan UntilEnd);
