using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealthBao.Contracts.Tests.Vectors;

/// <summary>One token, all that a verifier knows when it meets it, and what must come of it. Read and written as a file for people.</summary>
/// <param name="Description">What is sound or wrong about it.</param>
/// <param name="Now">The verifier's instant.</param>
/// <param name="Trust">The issuers trusted.</param>
/// <param name="StatusLists">The status lists held.</param>
/// <param name="MaxStatusAge">How old a status list may be, in seconds.</param>
/// <param name="Holder">The document shown, or null.</param>
/// <param name="Token">The token.</param>
/// <param name="Expected">What must come of it.</param>
internal sealed record Vector(
    string Description, string Now, VectorIssuer[] Trust, VectorStatusList[] StatusLists, int MaxStatusAge, VectorHolder? Holder, string Token, VectorOutcome Expected)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static Vector Parse(string json) => JsonSerializer.Deserialize<Vector>(json, Options)!;

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";
}
