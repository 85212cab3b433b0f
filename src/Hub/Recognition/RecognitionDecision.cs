using HealthBao.Contracts.Status;
using HealthBao.Contracts.Verdicts;

namespace HealthBao.Hub.Recognition;

/// <summary>What a destination makes of a sound pass.</summary>
/// <param name="Reason">Null exactly when the verdict is <see cref="Verdict.Admit"/>.</param>
/// <param name="Rule">The row that decided; null where none was reached.</param>
public sealed record RecognitionDecision(Verdict Verdict, VerdictReason? Reason, RecognitionPolicy? Policy, RecognitionRule? Rule)
{
    private static readonly Guidance Admitted = new(new("核验通过", "Admitted"), new("核验通过", "Admitted"));

    public Guidance Next => Rule?.Next ?? Reason?.Guidance ?? Admitted;

    public IReadOnlyList<string> Conditions => Rule?.Conditions ?? [];

    public HealthStatus? LocalStatus => Rule is null ? null : Rule.LocalStatus ?? Rule.Status;
}
