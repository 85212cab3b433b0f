using System.Text.Json;

namespace HealthBao.Hub.Partners;

/// <summary>The types of an assertion's members (RFC 7519 §4.1). The library throws at others in its own ways, so it never sees them.</summary>
internal static class AssertionShape
{
    private static readonly string[] HeaderMembers = ["alg", "kid", "typ"];
    private static readonly string[] Texts = ["iss", "sub", "jti"];
    private static readonly string[] Instants = ["exp", "nbf", "iat"];

    /// <summary>Whether a header, known to be a sound object, has text members only, and none but the three.</summary>
    public static bool IsHeader(byte[] header) =>
        JsonElement.Parse(header).EnumerateObject().All(m => HeaderMembers.Contains(m.Name) && m.Value.ValueKind == JsonValueKind.String);

    /// <summary>Whether the registered claims that are there have their types.</summary>
    public static bool AreClaims(byte[] claims)
    {
        var element = JsonElement.Parse(claims);
        return Texts.All(name => !element.TryGetProperty(name, out var text) || text.ValueKind == JsonValueKind.String)
            && Instants.All(name => !element.TryGetProperty(name, out var instant) || IsInstant(instant))
            && (!element.TryGetProperty("aud", out var audience) || IsAudience(audience));
    }

    private static bool IsInstant(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds >= 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private static bool IsAudience(JsonElement value) =>
        value.ValueKind == JsonValueKind.String || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String));
}
