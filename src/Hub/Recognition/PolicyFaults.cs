using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Verdicts;

namespace HealthBao.Hub.Recognition;

/// <summary>What keeps a policy from being carried out: every fault, with its place.</summary>
internal static class PolicyFaults
{
    private const int MaxRules = 256;
    private const int MaxAgeMinutes = 24 * 60;
    private static readonly string[] Conditions = ["temperature-check", "registration", "document-check", "paper-registration"];

    public static IEnumerable<(string Place, string Fault)> Of(RecognitionPolicy policy)
    {
        if (!RegionCode.TryParse(policy.Destination, out _)) yield return ("destination", "It must be a region's six digits.");
        if (policy.Version < 1) yield return ("version", "It must be 1 or more.");
        if (policy.EffectiveUntil <= policy.EffectiveFrom) yield return ("effectiveUntil", "It must lie after effectiveFrom.");
        if (policy.MaxStatusAgeMinutes is < 1 or > MaxAgeMinutes) yield return ("maxStatusAgeMinutes", $"It must lie between 1 and {MaxAgeMinutes}.");
        if (!policy.CityScopeRecognisedFrom.All(IsRegion)) yield return ("cityScopeRecognisedFrom", "It must name regions by their six digits.");
        if (policy.Rules.Count is 0 or > MaxRules) yield return ("rules", $"There must be 1 to {MaxRules}.");
        for (var i = 0; i < policy.Rules.Count; i++)
            foreach (var (member, fault) in Of(policy.Rules[i]))
                yield return ($"rules[{i}]{member}", fault);
    }

    private static IEnumerable<(string Member, string Fault)> Of(RecognitionRule? rule)
    {
        if (rule is null)
        {
            yield return ("", "It is null.");
            yield break;
        }

        if (!MayTell(rule)) yield return (".verdict", $"{rule.Verdict.Code()} is no verdict for {rule.Status.Code()}.");
        if (!rule.From.All(r => r == "own" || IsRegion(r))) yield return (".from", "It must name regions by their six digits, or own.");
        if (rule.Scenes.Except(Scene.All).Any()) yield return (".scenes", $"It must name scenes of: {string.Join(", ", Scene.All)}.");
        if (rule.Conditions.Except(Conditions).Any()) yield return (".conditions", $"It must name conditions of: {string.Join(", ", Conditions)}.");
        if (rule.Native is { } native && !(native.Split('#') is [{ Length: > 0 }, { Length: > 0 }])) yield return (".native", "It must be a code system and a code, such as tianjin#red.");
    }

    private static bool IsRegion(string? code) => RegionCode.TryParse(code, out _);

    // A person of whom nothing is proven is never refused; where green does not count, no rule says so; and nothing but green is admitted.
    private static bool MayTell(RecognitionRule rule) => rule.Status switch
    {
        HealthStatus.NoAbnormality => rule.Verdict == Verdict.Admit,
        HealthStatus.CannotConfirm or HealthStatus.NotHeld => rule.Verdict == Verdict.CannotTell,
        _ => rule.Verdict != Verdict.Admit,
    };
}
