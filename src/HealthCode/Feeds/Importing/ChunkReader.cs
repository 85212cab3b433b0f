using System.Buffers;
using Org.BouncyCastle.Crypto.Digests;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>Cuts a stream into chunks of whole lines and digests it on the way (SM3, GB/T 32905).</summary>
internal sealed class ChunkReader(Stream stream)
{
    private const int ChunkSize = 1 << 20;

    private readonly SM3Digest digest = new();
    private byte[] rest = [];
    private int restLength;
    private long line = 1;

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether the last line ends as a line does.</summary>
    public bool EndsWithLine { get; private set; } = true;

    /// <summary>The next lines; null at the end.</summary>
    /// <exception cref="InvalidDataException">No line ends within a chunk: this is no file of lines.</exception>
    public async Task<FileChunk?> ReadAsync(CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        rest.AsSpan(0, restLength).CopyTo(buffer);
        var read = await stream.ReadAtLeastAsync(buffer.AsMemory(restLength, ChunkSize - restLength), ChunkSize - restLength, throwOnEndOfStream: false, cancellation);
        digest.BlockUpdate(buffer.AsSpan(restLength, read));
        Bytes += read;
        var length = restLength + read;
        if (length == 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            return null;
        }

        var isLast = length < ChunkSize;
        var end = isLast ? length : buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
        if (end == 0) throw new InvalidDataException("No line ends within a megabyte.");
        if (isLast) EndsWithLine = buffer[length - 1] == '\n';
        Keep(buffer.AsSpan(end, length - end));
        var chunk = new FileChunk(buffer, end, line);
        line += buffer.AsSpan(0, end).Count((byte)'\n');
        return chunk;
    }

    /// <summary>The digest of all that was read, lower-case hexadecimal.</summary>
    public string Finish()
    {
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return Convert.ToHexStringLower(hash);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (rest.Length < bytes.Length) rest = new byte[Math.Max(bytes.Length, 4096)];
        bytes.CopyTo(rest);
        restLength = bytes.Length;
    }
}
