using System.Security.Cryptography;

namespace HealthBao.Adapters.Calls;

/// <summary>A document that anybody may fetch from anywhere, with a validator so that it travels once.</summary>
internal sealed class PublicDocument(byte[] bytes, string mediaType, TimeSpan maxAge) : IResult
{
    private readonly string etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.ETag = etag;
        response.Headers.CacheControl = $"public, max-age={(int)maxAge.TotalSeconds}";
        if (IsHeld(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = mediaType;
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }

    private bool IsHeld(HttpRequest request) =>
        request.Headers.IfNoneMatch.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries)).Any(v => v == "*" || v == etag || v == "W/" + etag);
}
