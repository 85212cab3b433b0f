namespace HealthBao.Contracts.Pass.Qr;

/// <summary>
/// How hard a masked symbol is to read (ISO/IEC 18004:2015 §7.8.3, table 11): the mask with the lowest sum is used.
/// A line of modules is one number, a bit each, so that all its places are judged at once.
/// </summary>
internal static class QrPenalty
{
    private const int ForRun = 3;
    private const int ForSquare = 3;
    private const int ForFinderLike = 40;
    private const int ForBalance = 10;

    // Dark and light 1:1:3:1:1, with four light modules after or before.
    private const int FinderThenLight = 0b101_1101_0000;
    private const int LightThenFinder = 0b000_0101_1101;
    private const int FinderLikeLength = 11;

    public static int Of(QrMatrix matrix)
    {
        var size = matrix.Size;
        Span<UInt128> rows = stackalloc UInt128[size];
        Span<UInt128> columns = stackalloc UInt128[size];
        ReadLines(matrix.Modules, rows, columns);

        var sum = OfBalance(matrix.Modules);
        for (var i = 0; i < size; i++) sum += OfLine(rows[i], size) + OfLine(columns[i], size);
        for (var y = 1; y < size; y++) sum += OfSquares(rows[y - 1], rows[y], size);
        return sum;
    }

    /// <summary>A row or a column: runs of five and more, and what looks like a finder.</summary>
    internal static int OfLine(UInt128 line, int size)
    {
        var equal = EqualToNext(line, size);
        var fives = equal & (equal >> 1) & (equal >> 2) & (equal >> 3);
        var runs = fives & ~(fives >> 1);
        // A run of n ≥ 5 costs 3 + (n − 5): it holds n − 4 places where five are equal.
        return Count(fives) + ((ForRun - 1) * Count(runs))
            + (ForFinderLike * (Matches(line, size, FinderThenLight) + Matches(line, size, LightThenFinder)));
    }

    private static int OfSquares(UInt128 above, UInt128 row, int size) =>
        ForSquare * Count(EqualToNext(above, size) & EqualToNext(row, size) & ~(above ^ row));

    // Ten for every full 5 % that the share of dark modules lies away from one half.
    private static int OfBalance(ReadOnlySpan<bool> modules) =>
        ForBalance * (Math.Abs((20 * modules.Count(true)) - (10 * modules.Length)) / modules.Length);

    private static int Matches(UInt128 line, int size, int pattern)
    {
        var light = ~line & All(size);
        var places = All(size);
        for (var i = 0; i < FinderLikeLength; i++) places &= (((pattern >> i) & 1) != 0 ? line : light) >> i;
        return Count(places);
    }

    private static void ReadLines(ReadOnlySpan<bool> modules, Span<UInt128> rows, Span<UInt128> columns)
    {
        for (int y = 0, i = 0; y < rows.Length; y++)
            for (var x = 0; x < columns.Length; x++, i++)
            {
                var bit = modules[i] ? UInt128.One : UInt128.Zero;
                rows[y] = (rows[y] << 1) | bit;
                columns[x] = (columns[x] << 1) | bit;
            }
    }

    private static UInt128 EqualToNext(UInt128 line, int size) => ~(line ^ (line >> 1)) & All(size - 1);

    private static UInt128 All(int size) => (UInt128.One << size) - 1;

    private static int Count(UInt128 places) => (int)UInt128.PopCount(places);
}
