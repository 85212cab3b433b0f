namespace HealthBao.Contracts.Pass.Qr;

/// <summary>What ISO/IEC 18004:2015 tabulates of a version (1–22) at error correction level M.</summary>
internal sealed class QrVersion
{
    public const int Highest = 22;

    // Table 1: codewords of the whole symbol.
    private static ReadOnlySpan<short> Totals =>
        [26, 44, 70, 100, 134, 172, 196, 242, 292, 346, 404, 466, 532, 581, 655, 733, 815, 901, 991, 1085, 1156, 1258];

    // Table 9, level M: error correction codewords of each block, and the number of blocks.
    private static ReadOnlySpan<byte> CorrectionPerBlock => [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28];

    private static ReadOnlySpan<byte> BlockCounts => [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17];

    // Annex E: row and column coordinates of the centres of alignment patterns.
    private static readonly byte[][] Centres =
    [
        [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50], [6, 30, 54],
        [6, 32, 58], [6, 34, 62], [6, 26, 46, 66], [6, 26, 48, 70], [6, 26, 50, 74], [6, 30, 54, 78], [6, 30, 56, 82],
        [6, 30, 58, 86], [6, 34, 62, 90], [6, 28, 50, 72, 94], [6, 26, 50, 74, 98],
    ];

    private static readonly QrVersion[] All = [.. Enumerable.Range(1, Highest).Select(n => new QrVersion(n))];

    private QrVersion(int number)
    {
        Number = number;
        TotalCodewords = Totals[number - 1];
        CorrectionCodewordsPerBlock = CorrectionPerBlock[number - 1];
        Blocks = BlockCounts[number - 1];
        AlignmentCentres = Centres[number - 1];
    }

    public int Number { get; }

    /// <summary>Modules on a side.</summary>
    public int Size => 17 + (4 * Number);

    public int TotalCodewords { get; }

    public int CorrectionCodewordsPerBlock { get; }

    public int Blocks { get; }

    public int DataCodewords => TotalCodewords - (Blocks * CorrectionCodewordsPerBlock);

    public byte[] AlignmentCentres { get; }

    // Table 3.
    public int ByteCountBits => Number < 10 ? 8 : 16;

    public int NumericCountBits => Number < 10 ? 10 : 12;

    public static QrVersion Of(int number) => All[number - 1];

    /// <summary>The smallest version whose data codewords hold a card with so many digits, or null.</summary>
    public static QrVersion? SmallestFor(int digits) =>
        Array.Find(All, v => CardSegments.BitLength(v, digits) <= 8 * v.DataCodewords);
}
