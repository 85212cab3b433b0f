using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealthBao.Hub.Recognition;

/// <summary>Policies as JSON: every member known, codes in kebab case.</summary>
internal static class PolicyJson
{
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

    /// <summary>Reads a policy and names everything that is wrong with it.</summary>
    /// <returns>The faults as place and sentence; none when the policy can be carried out.</returns>
    public static IReadOnlyList<(string Place, string Fault)> Read(ReadOnlySpan<byte> json, out RecognitionPolicy? policy)
    {
        policy = null;
        try
        {
            policy = JsonSerializer.Deserialize<RecognitionPolicy>(json, Options);
            return policy is null ? [("$", "It is null.")] : [.. PolicyFaults.Of(policy)];
        }
        catch (JsonException e)
        {
            return [(Place(e.Path), $"It is not a policy (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}): a member is missing, unknown, twice or of a wrong type.")];
        }
    }

    /// <summary>Reads a policy that is shipped or configured.</summary>
    /// <exception cref="FormatException">It cannot be carried out; the message names the file and every fault.</exception>
    public static RecognitionPolicy Read(ReadOnlySpan<byte> json, string name) =>
        Read(json, out var policy) is { Count: > 0 } faults ? throw new FormatException($"{name}: {string.Join(" ", faults.Select(f => $"{f.Place}: {f.Fault}"))}") : policy!;

    // A path may repeat names that the sender made up.
    private static string Place(string? path) => path is { Length: <= 64 } && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '$' or '.' or '[' or ']') ? path : "$";
}
