using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Verdicts;

namespace HealthBao.Hub.Recognition;

/// <summary>Policies as JSON: every member known, codes in kebab case.</summary>
internal static class PolicyJson
{
    private static readonly string[] Conditions = ["temperature-check", "registration", "document-check", "paper-registration"];

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Reads a policy and refuses one whose rows name a scene or condition that is not in the closed lists.</summary>
    public static RecognitionPolicy Read(ReadOnlySpan<byte> json, string name)
    {
        var policy = JsonSerializer.Deserialize<RecognitionPolicy>(json, Options) ?? throw new FormatException($"{name} is null.");
        foreach (var rule in policy.Rules)
        {
            if (rule is null) throw new FormatException($"{name}: a rule is null.");
            if (!MayTell(rule)) throw new FormatException($"{name}: {rule.Verdict.Code()} is no verdict for {rule.Status.Code()}.");
            if (rule.Scenes.Except(Scene.All).FirstOrDefault() is { } scene) throw new FormatException($"{name}: {scene} is not a scene.");
            if (rule.Conditions.Except(Conditions).FirstOrDefault() is { } condition) throw new FormatException($"{name}: {condition} is not a condition.");
        }

        return policy;
    }

    // A person of whom nothing is proven is never refused; where green does not count, no rule says so.
    private static bool MayTell(RecognitionRule rule) => rule.Status switch
    {
        HealthStatus.NoAbnormality => rule.Verdict == Verdict.Admit,
        HealthStatus.CannotConfirm or HealthStatus.NotHeld => rule.Verdict == Verdict.CannotTell,
        _ => true,
    };
}
