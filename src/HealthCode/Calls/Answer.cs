using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealthBao.HealthCode.Calls;

/// <summary>Answers in JSON: camel case, what is absent left out, Chinese characters as they are, never cached.</summary>
internal static class Answer
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IResult Json<T>(HttpContext http, T value, int status = 200)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(value, Options, contentType: "application/json", statusCode: status);
    }

    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);
}
