namespace HealthBao.Contracts.Pass.Qr;

/// <summary>A short text as one segment in byte mode (ISO/IEC 18004:2015 §7.4.5).</summary>
internal static class TextSegment
{
    private const int ByteMode = 0b0100;
    private const int ModeBits = 4;

    /// <summary>The smallest version that holds so many bytes, or null.</summary>
    public static QrVersion? SmallestFor(int bytes) =>
        Enumerable.Range(1, QrVersion.Highest).Select(QrVersion.Of).FirstOrDefault(v => ModeBits + v.ByteCountBits + (8 * bytes) <= 8 * v.DataCodewords);

    public static byte[] Write(QrVersion version, ReadOnlySpan<byte> text)
    {
        var bits = new BitBuffer(version.DataCodewords);
        bits.Append(ByteMode, ModeBits);
        bits.Append(text.Length, version.ByteCountBits);
        foreach (var b in text) bits.Append(b, 8);
        CardSegments.Fill(bits);
        return bits.Codewords;
    }
}
