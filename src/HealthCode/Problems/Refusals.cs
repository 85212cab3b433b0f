using HealthBao.Contracts.Problems;

namespace HealthBao.HealthCode.Problems;

/// <summary>The problems that every slice answers.</summary>
internal static class Refusals
{
    public static IResult Of(ProblemType type, string? detail = null) => new ProblemResult(new(type, detail));

    public static IResult BadRequest(RequestBody body) => new ProblemResult(new(ProblemType.BadRequest, Errors: body.Faults));

    public static IResult NotFound { get; } = Of(ProblemType.NotFound);
}
