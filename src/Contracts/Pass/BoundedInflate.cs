using System.Buffers;
using System.IO.Compression;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Pass;

/// <summary>Raw DEFLATE (RFC 1951) of a card's payload, bounded while it inflates, with nothing after the last block.</summary>
internal static class BoundedInflate
{
    /// <summary>The most that a card may inflate to.</summary>
    public const int MaxBytes = 16 * 1024;

    public static PassRejection Decode(ReadOnlySpan<byte> base64Url, Span<byte> destination, out int written)
    {
        written = 0;
        var compressed = ArrayPool<byte>.Shared.Rent(StrictBase64Url.DecodedLength(base64Url.Length));
        try
        {
            return StrictBase64Url.TryDecode(base64Url, compressed, out var length)
                ? Inflate(compressed.AsMemory(0, length), destination[..MaxBytes], out written)
                : PassRejection.Malformed;
        }
        catch (InvalidDataException)
        {
            return PassRejection.Malformed;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(compressed);
        }
    }

    private static PassRejection Inflate(ReadOnlyMemory<byte> compressed, Span<byte> destination, out int written)
    {
        written = 0;
        using var source = new OneByteTail(compressed);
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        int read;
        while (written < destination.Length && (read = inflater.Read(destination[written..])) > 0) written += read;
        if (written == destination.Length && inflater.ReadByte() >= 0) return PassRejection.TooLarge;
        return source.EndedExactly ? PassRejection.None : PassRejection.Malformed;
    }
}
