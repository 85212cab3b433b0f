using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Contracts.Verdicts;

namespace HealthBao.Hub.Recognition;

/// <summary>Step 10: the destination's policy over a sound pass. What no rule allows is <c>cannot-tell</c>, never <c>admit</c>.</summary>
public static class Recognise
{
    public static RecognitionDecision Decide(PassStatement statement, TrustedIssuer issuer, RecognitionPolicy? policy, string scene)
    {
        if (policy is null) return new(Verdict.CannotTell, VerdictReasons.NoRule, null, null);
        if (issuer.IsCityScope(statement.NativeSystem) && !policy.CityScopeRecognisedFrom.Contains(issuer.Listed.Region))
            return new(Verdict.CannotTell, VerdictReasons.CityScope, policy, null);
        if (!IsMapped(statement, issuer)) return new(Verdict.CannotTell, VerdictReasons.UnmappedCode, policy, null);
        return policy.RuleFor(statement.Status, issuer.Listed.Region, scene, (statement.NativeSystem, statement.NativeCode)) is { } rule
            ? new(rule.Verdict, rule.Verdict == Verdict.Admit ? null : VerdictReasons.Of(statement.Status), policy, rule)
            : new(Verdict.CannotTell, VerdictReasons.NoRule, policy, null);
    }

    /// <summary>What the destination does where there is no pass and only a status: <c>not-held</c>, or <c>cannot-confirm</c> for a late source.</summary>
    public static RecognitionDecision DecideWithoutPass(HealthStatus status, VerdictReason reason, string region, RecognitionPolicy? policy, string scene) =>
        new(Verdict.CannotTell, reason, policy, policy?.RuleFor(status, region, scene, null));

    // A pass may claim less than the map (cannot-confirm), never more or other.
    private static bool IsMapped(PassStatement statement, TrustedIssuer issuer) =>
        issuer.Map?.Translate(statement.NativeSystem, statement.NativeCode) is { } translation
        && (translation.Status == statement.Status || statement.Status == HealthStatus.CannotConfirm);
}
