namespace HealthBao.Hub.Trust;

/// <summary>What a partner's nodes have taken of its budget of status queries for one Beijing day. Never more than the budget.</summary>
public sealed class QueryBudgetRow
{
    public required string ClientId { get; set; }

    /// <summary>The first instant of the day, in seconds since 1970.</summary>
    public required long Day { get; set; }

    /// <summary>How many questions the nodes have taken; what a node has not asked is given back when it stops.</summary>
    public required long Taken { get; set; }

    /// <summary>The budget whose end was told to the operator; null while none was.</summary>
    public long? ToldOf { get; set; }
}
