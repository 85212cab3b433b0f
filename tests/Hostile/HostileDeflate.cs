using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 2: a card's payload that is not exactly one stream of raw DEFLATE (RFC 1951).</summary>
internal static class HostileDeflate
{
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes(HostileToken.Claims);
    private static readonly byte[] Whole = HostileToken.Deflate(Plain);

    public static IEnumerable<HostileFamily> All() =>
    [
        HostileFamily.Of("deflate", PassRejection.Malformed,
            [HostileToken.GoodCard, HostileToken.Deflated(Stored(Plain, last: true)), HostileToken.Deflated([.. Stored(Plain[..300], last: false), .. Stored(Plain[300..], last: true)]), HostileToken.Deflated([0, 0, 0, 0xFF, 0xFF, .. Whole])],
            Streams().Select(s => (s.Name, HostileToken.Deflated(s.Bytes)))),
    ];

    private static IEnumerable<(string Name, byte[] Bytes)> Streams() =>
    [
        .. new[] { 1, 2, 3, 10, Whole.Length / 2, Whole.Length - 10, Whole.Length - 2, Whole.Length - 1 }.Select(n => ($"cut after byte {n}", Whole[..n])),
        ("a zero after it", [.. Whole, 0]), ("a space after it", [.. Whole, 0x20]), ("a line feed after it", [.. Whole, 0x0A]), ("an empty block after it", [.. Whole, 3, 0]),
        ("an empty stored block after it", [.. Whole, 1, 0, 0, 0xFF, 0xFF]), ("itself after it", [.. Whole, .. Whole]), ("another object after it", [.. Whole, .. HostileToken.Deflate("{}")]), ("100 zeros after it", [.. Whole, .. new byte[100]]),
        ("an empty stream before it", [3, 0, .. Whole]), ("a zero before it", [0, .. Whole]),
        ("zlib", Zlib(Plain)), ("zlib without its check", [0x78, 0xDA, .. Whole]), ("zlib with a dictionary", [0x78, 0xBB, 1, 2, 3, 4, .. Whole]), ("its Adler check after it", [.. Whole, .. Zlib(Plain)[^4..]]),
        ("gzip", Gzip(Plain)), ("gzip without its trailer", Gzip(Plain)[..^8]), ("Brotli", Brotli(Plain)), ("a ZIP file's header", [0x50, 0x4B, 3, 4, .. Whole]),
        ("not compressed", Plain), ("an empty stream", [3, 0]), ("an empty stored block", [1, 0, 0, 0xFF, 0xFF]), ("one byte", [0x03]), ("the reserved block type", [7]), ("the reserved block type after a block", [.. Stored(Plain, last: false), 7]),
        ("no last block", Stored(Plain, last: false)), ("a stored length that is not its complement", Damaged(Stored(Plain, last: true), 3)), ("a stored block longer than its bytes", [1, 0xFF, 0xFF, 0, 0, .. Plain]),
        ("a stored block shorter than its bytes", [.. Stored(Plain[..^1], last: true), Plain[^1]]), ("a distance before the beginning", [0x4B, 0x04, 0x12, 0x00]), ("the unused length code 286", [0x1B, 0x03]), ("codes that are over-subscribed", [0x05, 0xE0, 0x81, 0xFF, 0xFF, 0xFF]),
        ("compressed twice", HostileToken.Deflate(Whole)), ("base64url within", HostileToken.Deflate(HostileToken.Text(HostileToken.Claims))),
        ("a whole token within", HostileToken.Deflate(HostileToken.Good)), ("0xFF only", [0xFF, 0xFF, 0xFF, 0xFF]), ("zeros only", new byte[64]),
    ];

    private static byte[] Stored(byte[] bytes, bool last)
    {
        var head = new byte[5];
        head[0] = (byte)(last ? 1 : 0);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(1), (ushort)bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(3), (ushort)~bytes.Length);
        return [.. head, .. bytes];
    }

    private static byte[] Damaged(byte[] bytes, int at)
    {
        bytes[at] ^= 0x10;
        return bytes;
    }

    private static byte[] Zlib(byte[] bytes) => Through(bytes, b => new ZLibStream(b, CompressionLevel.SmallestSize));

    private static byte[] Gzip(byte[] bytes) => Through(bytes, b => new GZipStream(b, CompressionLevel.SmallestSize));

    private static byte[] Brotli(byte[] bytes) => Through(bytes, b => new BrotliStream(b, CompressionLevel.Optimal));

    private static byte[] Through(byte[] bytes, Func<Stream, Stream> compressor)
    {
        using var buffer = new MemoryStream();
        using (var stream = compressor(buffer)) stream.Write(bytes);
        return buffer.ToArray();
    }
}
