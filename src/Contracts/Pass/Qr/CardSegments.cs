namespace HealthBao.Contracts.Pass.Qr;

/// <summary>The two segments of a card: <c>shc:/</c> in byte mode, then the digits in numeric mode (ISO/IEC 18004:2015 §7.4).</summary>
internal static class CardSegments
{
    private const int NumericMode = 0b0001;
    private const int ByteMode = 0b0100;
    private const int ModeBits = 4;
    private const int TerminatorBits = 4;

    // Three digits in 10 bits, two that are left in 7, one in 4.
    private static ReadOnlySpan<byte> BitsOfRest => [0, 4, 7, 10];

    public static int BitLength(QrVersion version, int digits) =>
        ModeBits + version.ByteCountBits + (8 * ShcText.Prefix.Length)
        + ModeBits + version.NumericCountBits + (digits / 3 * 10) + BitsOfRest[digits % 3];

    /// <summary>The data codewords: both segments, terminator, padding.</summary>
    public static byte[] Write(QrVersion version, ReadOnlySpan<char> digits)
    {
        var bits = new BitBuffer(version.DataCodewords);
        bits.Append(ByteMode, ModeBits);
        bits.Append(ShcText.Prefix.Length, version.ByteCountBits);
        foreach (var c in ShcText.Prefix) bits.Append(c, 8);

        bits.Append(NumericMode, ModeBits);
        bits.Append(digits.Length, version.NumericCountBits);
        for (; digits.Length > 0; digits = digits[Math.Min(3, digits.Length)..])
        {
            var group = digits[..Math.Min(3, digits.Length)];
            bits.Append(Number(group), BitsOfRest[group.Length]);
        }

        Fill(bits);
        return bits.Codewords;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = (10 * number) + (digit - '0');
        return number;
    }

    // §7.4.9–7.4.10: the terminator is cut short where the symbol is full, then zeros to the byte, then two pad codewords in turn.
    internal static void Fill(BitBuffer bits)
    {
        bits.Append(0, Math.Min(TerminatorBits, bits.Capacity - bits.Length));
        bits.Append(0, (8 - (bits.Length % 8)) % 8);
        for (var pad = 0b11101100; bits.Length < bits.Capacity; pad ^= 0b11101100 ^ 0b00010001) bits.Append(pad, 8);
    }
}
