namespace HealthBao.Contracts.Pass.Qr;

/// <summary>Format information (level and mask) and version information, each twice in the symbol (ISO/IEC 18004:2015 §7.9–7.10).</summary>
internal static class QrInformation
{
    private const int LevelM = 0b00;
    private const int FormatGenerator = 0b101_0011_0111;
    private const int FormatMask = 0b101_0100_0001_0010;
    private const int VersionGenerator = 0b1_1111_0010_0101;

    public static void DrawFormat(QrMatrix matrix, int mask)
    {
        var bits = Format(mask);
        var last = matrix.Size - 1;
        for (var i = 0; i < 15; i++)
        {
            var dark = ((bits >> i) & 1) != 0;
            // The first copy runs about the upper left finder and jumps over the timing patterns.
            if (i < 6) matrix.SetFunction(8, i, dark);
            else if (i < 8) matrix.SetFunction(8, i + 1, dark);
            else if (i == 8) matrix.SetFunction(7, 8, dark);
            else matrix.SetFunction(14 - i, 8, dark);

            // The second is split between the other two.
            if (i < 8) matrix.SetFunction(last - i, 8, dark);
            else matrix.SetFunction(8, last - 14 + i, dark);
        }

        matrix.SetFunction(8, last - 7, true);
    }

    public static void DrawVersion(QrMatrix matrix, QrVersion version)
    {
        if (version.Number < 7) return;
        var bits = WithRemainder(version.Number, 12, VersionGenerator);
        for (var i = 0; i < 18; i++)
        {
            var dark = ((bits >> i) & 1) != 0;
            var (near, far) = (i / 3, matrix.Size - 11 + (i % 3));
            matrix.SetFunction(far, near, dark);
            matrix.SetFunction(near, far, dark);
        }
    }

    internal static int Format(int mask) => WithRemainder((LevelM << 3) | mask, 10, FormatGenerator) ^ FormatMask;

    // Annexes C and D: a BCH code is the value followed by the remainder of its division by the generator.
    private static int WithRemainder(int value, int degree, int generator)
    {
        var remainder = value << degree;
        for (var bit = 31; bit >= degree; bit--)
            if (((remainder >> bit) & 1) != 0)
                remainder ^= generator << (bit - degree);

        return (value << degree) | remainder;
    }
}
