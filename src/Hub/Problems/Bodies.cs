using HealthBao.Contracts.Problems;

namespace HealthBao.Hub.Problems;

/// <summary>Reads a small request body whole, within its bound and of its media type, or answers the problem.</summary>
internal static class Bodies
{
    /// <summary>The most that a body may hold, batches apart.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <returns>The bytes, or null when a problem was answered already.</returns>
    public static async ValueTask<byte[]?> ReadAsync(HttpContext http, string mediaType, int maxBytes = MaxBytes)
    {
        if (!IsOf(http.Request.ContentType, mediaType))
        {
            await http.WriteProblemAsync(new(ProblemType.UnsupportedMediaType, $"Send the body as {mediaType}."));
            return null;
        }

        if (http.Request.ContentLength > maxBytes) return await TooLargeAsync(http, maxBytes);
        var buffer = new byte[(int)(http.Request.ContentLength ?? 2048) + 1];
        var length = 0;
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer.AsMemory(length), http.RequestAborted)) > 0)
        {
            length += read;
            if (length > maxBytes) return await TooLargeAsync(http, maxBytes);
            if (length == buffer.Length) Array.Resize(ref buffer, Math.Min(buffer.Length * 2, maxBytes + 1));
        }

        return buffer[..length];
    }

    private static bool IsOf(string? contentType, string mediaType)
    {
        if (contentType is null) return false;
        var end = contentType.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? contentType.AsSpan() : contentType.AsSpan(0, end)).Trim().Equals(mediaType, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<byte[]?> TooLargeAsync(HttpContext http, int maxBytes)
    {
        await http.WriteProblemAsync(new(ProblemType.TooLarge, $"The body must have at most {maxBytes} bytes."));
        return null;
    }
}
