using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

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
            if (rule.Scenes.Except(Scene.All).FirstOrDefault() is { } scene) throw new FormatException($"{name}: {scene} is not a scene.");
            if (rule.Conditions.Except(Conditions).FirstOrDefault() is { } condition) throw new FormatException($"{name}: {condition} is not a condition.");
        }

        return policy;
    }
}
