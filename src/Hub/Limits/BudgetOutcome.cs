namespace HealthBao.Hub.Limits;

/// <summary>What became of a question's claim on the budget. Closed.</summary>
internal enum BudgetOutcome
{
    /// <summary>The register cannot be asked, so the question is not either.</summary>
    Unavailable = 0,

    /// <summary>Nothing is left until 24:00.</summary>
    Spent,

    /// <summary>The question may be asked.</summary>
    Open,
}
