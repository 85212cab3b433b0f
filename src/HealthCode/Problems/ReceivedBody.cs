using System.Net.Http.Headers;
using HealthBao.Contracts.Problems;

namespace HealthBao.HealthCode.Problems;

/// <summary>A JSON body as bytes, bounded, or why it was not read.</summary>
internal readonly record struct ReceivedBody(byte[] Bytes, IResult? Refusal)
{
    public const int MaxBytes = 16 * 1024;

    public static async Task<ReceivedBody> ReadAsync(HttpContext http)
    {
        if (!IsJson(http.Request.ContentType)) return new([], Refusals.Of(ProblemType.UnsupportedMediaType, "The body must be application/json."));
        var tooLarge = Refusals.Of(ProblemType.TooLarge, $"The body must have at most {MaxBytes} bytes.");
        if (http.Request.ContentLength > MaxBytes) return new([], tooLarge);
        var buffer = new byte[MaxBytes + 1];
        var length = await http.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, http.RequestAborted);
        return length > MaxBytes ? new([], tooLarge) : new(buffer[..length], null);
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));
}
