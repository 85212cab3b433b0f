using System.Text.Encodings.Web;
using System.Text.Json;

namespace HealthBao.Adapters.Regions.Hebei.Protocol;

/// <summary>The province's JSON, read strictly: UTF-8, no member twice, no missing member, nothing after the value.</summary>
internal static class HebeiJson
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        NumberHandling = default,
        RespectNullableAnnotations = true,
        MaxDepth = 16,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Null when the bytes are not such a document.</summary>
    public static T? TryRead<T>(ReadOnlySpan<byte> json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Strict);
}
