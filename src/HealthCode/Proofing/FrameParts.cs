using System.Security.Cryptography;
using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Feeds.Importing;
using HealthBao.HealthCode.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace HealthBao.HealthCode.Proofing;

/// <summary>The parts <c>frame</c> of a multipart body, each within bounds, in memory only. Wiped when disposed of.</summary>
internal sealed class FrameParts : IDisposable
{
    private const int PartHeaders = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<byte[]> frames = [];

    private FrameParts()
    {
    }

    public IReadOnlyList<byte[]> Frames => frames;

    /// <summary>Reads exactly so many parts, or says why not.</summary>
    public static async Task<(FrameParts? Parts, IResult? Refusal)> ReadAsync(HttpContext http, int count, int maxBytes)
    {
        if (UploadParts.BoundaryOf(http.Request.ContentType) is not { } boundary) return (null, Refusals.Of(ProblemType.UnsupportedMediaType, "The body must be multipart/form-data with one part frame for each step."));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = (long)count * (maxBytes + PartHeaders);
        // Whoever sends slowly holds a place that others wait for.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        var parts = new FrameParts();
        try
        {
            if (await parts.FillAsync(new(boundary, http.Request.Body), count, maxBytes, patience.Token) is not { } refusal) return (parts, null);
            parts.Dispose();
            return (null, refusal);
        }
        catch (Exception e) when (e is IOException or InvalidDataException && e is not BadHttpRequestException)
        {
            parts.Dispose();
            return (null, Refusals.Of(ProblemType.BadRequest, "The body is not whole."));
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            parts.Dispose();
            http.Response.Headers.Connection = "close";
            return (null, Refusals.Of(ProblemType.BadRequest, $"The pictures must arrive within {Patience.TotalSeconds:0} seconds; send smaller ones."));
        }
    }

    public void Dispose()
    {
        foreach (var frame in frames) CryptographicOperations.ZeroMemory(frame);
    }

    private async Task<IResult?> FillAsync(MultipartReader reader, int count, int maxBytes, CancellationToken cancellation)
    {
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var described) || HeaderUtilities.RemoveQuotes(described.Name) != "frame" || frames.Count == count) return Wrong(count);
            var buffer = new byte[maxBytes + 1];
            var length = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
            if (length <= maxBytes) frames.Add(buffer[..length]);
            CryptographicOperations.ZeroMemory(buffer);
            if (length > maxBytes) return Refusals.Of(ProblemType.TooLarge, $"A picture must have at most {maxBytes} bytes.");
        }

        return frames.Count == count ? null : Wrong(count);
    }

    private static IResult Wrong(int count) => Refusals.Of(ProblemType.BadRequest, $"The body must hold {count} parts named frame, one for each step in its order, and nothing else.");
}
