using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Jose;

/// <summary>Claims as records: camel case, every member known and none missing, Chinese characters as they are.</summary>
internal static class ClaimsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new ParticipantStateJson() },
    };

    public static byte[] Write<T>(T claims) => JsonSerializer.SerializeToUtf8Bytes(claims, Options);

    /// <summary>The claims, or null when they are not such a record.</summary>
    public static T? Read<T>(byte[]? claims) where T : class
    {
        if (claims is null) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(claims, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Seconds since 1970, or null outside the years 1970–9999.</summary>
    public static DateTimeOffset? Instant(long seconds) =>
        seconds is >= 0 and <= 253402300799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
