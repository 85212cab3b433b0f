using System.Buffers;
using HealthBao.Contracts.Problems;
using HealthBao.Hub.Privacy;

namespace HealthBao.Hub.Problems;

/// <summary>Reads a small request body whole, within its bound and of its media type, or answers the problem.</summary>
internal static class Bodies
{
    /// <summary>The most that a body may hold, batches apart.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <summary>Reads a body that names nobody, or answers the problem.</summary>
    /// <returns>The bytes, or null when a problem was answered already.</returns>
    public static async ValueTask<byte[]?> ReadAsync(HttpContext http, string mediaType, int maxBytes = MaxBytes)
    {
        if (await ReceiveAsync(http, mediaType, maxBytes) is not { } received) return null;
        var bytes = received.ToArray();
        http.Request.BodyReader.AdvanceTo(received.End);
        return bytes;
    }

    /// <summary>Holds a body that may name a person, without a copy; it is wiped when it is disposed of.</summary>
    /// <returns>The body, or null when a problem was answered already.</returns>
    public static async ValueTask<ReceivedBody?> HoldAsync(HttpContext http, string mediaType) =>
        await ReceiveAsync(http, mediaType, MaxBytes) is { } received ? new(http.Request.BodyReader, received) : null;

    private static async ValueTask<ReadOnlySequence<byte>?> ReceiveAsync(HttpContext http, string mediaType, int maxBytes)
    {
        if (!IsOf(http.Request.ContentType, mediaType))
        {
            await http.WriteProblemAsync(new(ProblemType.UnsupportedMediaType, $"Send the body as {mediaType}."));
            return null;
        }

        if (http.Request.ContentLength > maxBytes) return await TooLargeAsync(http, maxBytes);
        var input = http.Request.BodyReader;
        while (true)
        {
            var read = await input.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > maxBytes)
            {
                input.AdvanceTo(read.Buffer.End);
                return await TooLargeAsync(http, maxBytes);
            }

            if (read.IsCompleted) return read.Buffer;
            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static bool IsOf(string? contentType, string mediaType)
    {
        if (contentType is null) return false;
        var end = contentType.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? contentType.AsSpan() : contentType.AsSpan(0, end)).Trim().Equals(mediaType, StringComparison.OrdinalIgnoreCase);
    }

    private static async ValueTask<ReadOnlySequence<byte>?> TooLargeAsync(HttpContext http, int maxBytes)
    {
        await http.WriteProblemAsync(new(ProblemType.TooLarge, $"The body must have at most {maxBytes} bytes."));
        return null;
    }
}
