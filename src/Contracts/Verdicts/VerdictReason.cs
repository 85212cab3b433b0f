namespace HealthBao.Contracts.Verdicts;

/// <summary>Why a verdict is not <see cref="Verdict.Admit"/>: one of the closed list in <see cref="VerdictReasons"/>.</summary>
/// <param name="Code">The code, for example <c>bad-signature</c>.</param>
/// <param name="Verdict">The verdict that goes with it where no policy says otherwise: <see cref="Verdict.Refuse"/> only for what is proven.</param>
/// <param name="Guidance">What staff and traveller do.</param>
public sealed record VerdictReason(string Code, Verdict Verdict, Guidance Guidance);
