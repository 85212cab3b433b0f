using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace HealthBao.HealthCode.Commands;

/// <summary>A file and its <c>.ok</c> as the body of a call, read from disk each time it is needed: once to be digested, once to be sent.</summary>
internal sealed class FeedUpload : HttpContent
{
    private const string Boundary = "----healthcode-import";
    private readonly string path;
    private readonly byte[] head;
    private readonly byte[] tail;

    public FeedUpload(string path, byte[] ok)
    {
        this.path = path;
        var name = Path.GetFileName(path);
        head = Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        tail = [.. Encoding.UTF8.GetBytes($"\r\n--{Boundary}\r\nContent-Disposition: form-data; name=\"ok\"; filename=\"{name}.ok\"\r\n\r\n"), .. ok, .. Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n")];
        Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={Boundary}");
    }

    /// <summary>The SHA-256 of the whole body, lower-case hexadecimal.</summary>
    public async Task<string> DigestAsync()
    {
        using var hash = SHA256.Create();
        await using var digesting = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write);
        await WriteAsync(digesting);
        await digesting.FlushFinalBlockAsync();
        return Convert.ToHexStringLower(hash.Hash!);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => WriteAsync(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = head.Length + new FileInfo(path).Length + tail.Length;
        return true;
    }

    private async Task WriteAsync(Stream stream)
    {
        await stream.WriteAsync(head);
        await using (var file = File.OpenRead(path)) await file.CopyToAsync(stream, 1 << 20);
        await stream.WriteAsync(tail);
    }
}
