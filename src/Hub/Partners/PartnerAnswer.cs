using HealthBao.Contracts.Problems;

namespace HealthBao.Hub.Partners;

/// <summary>What came of a request or decision: the partner's state after, or the problem to answer.</summary>
internal sealed record PartnerAnswer(string? State, Problem? Problem)
{
    public static PartnerAnswer NotFound { get; } = new(null, new Problem(ProblemType.NotFound, "No such partner has asked to join."));

    public static PartnerAnswer Of(string state) => new(state, null);

    public static PartnerAnswer Conflict(string detail) => new(null, new Problem(ProblemType.Conflict, detail));
}
