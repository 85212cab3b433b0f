using System.Text.Json;

namespace HealthBao.Hub.Partners;

/// <summary>The types of an assertion's members (RFC 7519 §4.1). The library throws at others in its own ways, so it never sees them.</summary>
internal static class AssertionShape
{
    private static readonly string[] HeaderMembers = ["alg", "kid", "typ"];
    private static readonly string[] Texts = ["iss", "sub", "jti"];
    private static readonly string[] Instants = ["exp", "nbf", "iat"];

    /// <summary>Whether a header, known to be a sound object, has the three text members and no other.</summary>
    public static bool IsHeader(byte[] header)
    {
        var members = JsonElement.Parse(header).EnumerateObject().ToArray();
        return members.Length == HeaderMembers.Length && members.All(m => HeaderMembers.Contains(m.Name) && m.Value.ValueKind == JsonValueKind.String);
    }

    /// <summary>Whether the registered claims that are there have their types.</summary>
    public static bool AreClaims(byte[] claims)
    {
        var element = JsonElement.Parse(claims);
        return Texts.All(name => !element.TryGetProperty(name, out var text) || text.ValueKind == JsonValueKind.String)
            && Instants.All(name => !element.TryGetProperty(name, out var instant) || IsInstant(instant));
    }

    /// <summary>The one audience, as a text or as an array of just that; null when there is none, or others too (draft-ietf-oauth-rfc7523bis).</summary>
    public static string? AudienceOf(JsonElement claims)
    {
        if (!claims.TryGetProperty("aud", out var audience)) return null;
        if (audience.ValueKind == JsonValueKind.Array && audience.GetArrayLength() == 1) audience = audience[0];
        return audience.ValueKind == JsonValueKind.String ? audience.GetString() : null;
    }

    private static bool IsInstant(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds >= 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
}
