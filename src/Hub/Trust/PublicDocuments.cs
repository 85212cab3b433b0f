using System.Security.Cryptography;
using System.Text;

namespace HealthBao.Hub.Trust;

/// <summary>A document anybody may read from anywhere, with an ETag so that readers ask again cheaply.</summary>
internal static class PublicDocuments
{
    public static Task WriteAsync(HttpContext http, string text, string mediaType, int maxAgeSeconds)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.CacheControl = $"public, max-age={maxAgeSeconds}";
        http.Response.Headers.ETag = etag;
        if (http.Request.Headers.IfNoneMatch.Any(t => Names(t, etag)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.ContentType = mediaType;
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes).AsTask();
    }

    // RFC 9110 §13.1.2: a list, compared weakly, since a proxy that compresses makes the tag weak.
    private static bool Names(string? tags, string etag) =>
        tags is not null && tags.Split(',', StringSplitOptions.TrimEntries).Any(t => t == "*" || t == etag || t == "W/" + etag);
}
