using Org.BouncyCastle.Crypto.Digests;

namespace HealthBao.Adapters.Files;

/// <summary>
/// Passes bytes on and watches them go by: their SM3 (GB/T 32905) and whether they are lines ended by CRLF without control characters.
/// In GB18030 no byte under 0x30 is part of a longer character, so the bytes can be judged before they are decoded.
/// </summary>
internal sealed class WatchedStream(Stream inner) : Stream
{
    private readonly SM3Digest digest = new();
    private byte last;

    /// <summary>A bare CR or LF or another control character has gone by.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether the last line seen so far is complete.</summary>
    public bool EndsWithLine => last == '\n';

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The digest of everything read, lower-case hexadecimal. Ends the watch.</summary>
    public string Finish()
    {
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return Convert.ToHexStringLower(hash);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Watch(buffer, inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Watch(buffer.Span, read);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Watch(Span<byte> buffer, int read)
    {
        var seen = buffer[..read];
        digest.BlockUpdate(seen);
        foreach (var b in seen)
        {
            if (b == '\n' != (last == '\r') || (b < 0x20 && b is not ((byte)'\r' or (byte)'\n'))) IsBroken = true;
            last = b;
        }

        return read;
    }
}
