using System.Security.Cryptography;
using HealthBao.Adapters.Settings;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace HealthBao.Adapters.Files;

/// <summary>Streams a multipart body to disk and digests it on the way; never holds it in memory.</summary>
internal sealed class UploadReader(DataFolder folder)
{
    private const int MaxBoundary = 70;
    private const int MaxOkBytes = 4096;

    public static string? BoundaryOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundary } boundary ? boundary : null;

    /// <summary>The two parts, or null when the body is not that.</summary>
    public async Task<Upload?> ReadAsync(Stream body, string boundary, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var digested = new DigestingStream(body, digest);
        var csv = Spool();
        var ok = new MemoryStream();
        try
        {
            if (await ReadPartsAsync(new(boundary, digested), csv, ok, cancellation) is { } name)
            {
                await digested.CopyToAsync(Stream.Null, cancellation);
                (csv.Position, ok.Position) = (0, 0);
                return new(name, csv, ok, digest.GetHashAndReset());
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException && !cancellation.IsCancellationRequested)
        {
            // The body ends early or is no multipart: refused like any other that is not as described.
            await csv.DisposeAsync();
            return null;
        }

        await csv.DisposeAsync();
        return null;
    }

    private static async Task<string?> ReadPartsAsync(MultipartReader reader, Stream csv, Stream ok, CancellationToken cancellation)
    {
        if (await reader.ReadNextSectionAsync(cancellation) is not { } file || Disposition(file) is not { } described || described.Name != "file") return null;
        var name = HeaderUtilities.RemoveQuotes(described.FileName).Value;
        if (name is not { Length: > 0 and <= 128 }) return null;
        await file.Body.CopyToAsync(csv, cancellation);
        if (await reader.ReadNextSectionAsync(cancellation) is not { } receipt || Disposition(receipt)?.Name != "ok") return null;
        receipt.Body = new BoundedStream(receipt.Body, MaxOkBytes);
        await receipt.Body.CopyToAsync(ok, cancellation);
        return await reader.ReadNextSectionAsync(cancellation) is null ? name : null;
    }

    private static ContentDispositionHeaderValue? Disposition(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var value) && value.DispositionType == "form-data" ? value : null;

    // The file has no name on disk from the moment it is closed, whatever happens to this process's code.
    private FileStream Spool()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(folder.File($"upload-{Guid.NewGuid():N}.part"), options);
    }
}
