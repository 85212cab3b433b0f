namespace HealthBao.Contracts.Verdicts;

/// <summary>The codes of <see cref="Verdict"/> as answers write them.</summary>
public static class VerdictCodes
{
    /// <summary><c>admit</c>, <c>refuse</c> or <c>cannot-tell</c>.</summary>
    public static string Code(this Verdict verdict) => verdict switch
    {
        Verdict.Admit => "admit",
        Verdict.Refuse => "refuse",
        _ => "cannot-tell",
    };
}
