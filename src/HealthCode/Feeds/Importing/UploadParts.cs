using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>The two parts of an upload, read as they come, and the digest of the whole body.</summary>
internal sealed class UploadParts(Stream body, string boundary) : IDisposable
{
    private const int MaxBoundary = 70;
    private const int MaxOkBytes = 4096;

    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[]? hash;
    private DigestingStream? digested;
    private MultipartReader? reader;

    public static string? BoundaryOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundary } boundary ? boundary : null;

    /// <summary>The part <c>file</c>, or null when the body does not begin with it.</summary>
    public async Task<(string Name, Stream Content)?> OpenFileAsync(CancellationToken cancellation)
    {
        digested = new(body, digest);
        reader = new(boundary, digested, 64 * 1024);
        return await NextAsync(cancellation) is { } file && Disposition(file) is { } described && described.Name == "file"
            && HeaderUtilities.RemoveQuotes(described.FileName).Value is { Length: > 0 and <= 128 } name ? (name, file.Body) : null;
    }

    /// <summary>The part <c>ok</c>, or null when it does not follow or is not the last.</summary>
    public async Task<Stream?> OpenOkAsync(CancellationToken cancellation)
    {
        if (await NextAsync(cancellation) is not { } part || Disposition(part)?.Name != "ok") return null;
        var buffer = new byte[MaxOkBytes + 1];
        var length = await part.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        if (length > MaxOkBytes || await NextAsync(cancellation) is not null) return null;
        await digested!.CopyToAsync(Stream.Null, cancellation);
        return new MemoryStream(buffer, 0, length);
    }

    /// <summary>The SHA-256 of the whole body. Only known when both parts were read.</summary>
    public byte[] Sha256() => hash ??= digest.GetHashAndReset();

    public void Dispose() => digest.Dispose();

    private async Task<MultipartSection?> NextAsync(CancellationToken cancellation)
    {
        try
        {
            return await reader!.ReadNextSectionAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or InvalidDataException && !cancellation.IsCancellationRequested)
        {
            // The body ends early or is no multipart: as if the part were missing.
            return null;
        }
    }

    private static ContentDispositionHeaderValue? Disposition(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var value) && value.DispositionType == "form-data" ? value : null;
}
