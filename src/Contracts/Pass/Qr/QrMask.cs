namespace HealthBao.Contracts.Pass.Qr;

/// <summary>The eight data masks (ISO/IEC 18004:2015 table 10).</summary>
internal static class QrMask
{
    public const int Count = 8;

    // Every mask repeats itself after twelve rows and after twelve columns.
    private const int Period = 12;

    private static readonly bool[][] Tiles = [.. Enumerable.Range(0, Count).Select(Tile)];

    /// <summary>Inverts every data module that the mask covers. Twice the same mask changes nothing.</summary>
    public static void Apply(QrMatrix matrix, int mask)
    {
        for (var y = 0; y < matrix.Size; y++)
        {
            var row = Tiles[mask].AsSpan(y % Period * Period, Period);
            for (int x = 0, place = 0; x < matrix.Size; x++)
            {
                if (row[place] && !matrix.IsFunction(x, y)) matrix[x, y] = !matrix[x, y];
                if (++place == Period) place = 0;
            }
        }
    }

    private static bool[] Tile(int mask) =>
        [.. from y in Enumerable.Range(0, Period) from x in Enumerable.Range(0, Period) select Covers(mask, x, y)];

    private static bool Covers(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => ((y / 2) + (x / 3)) % 2 == 0,
        5 => (x * y % 2) + (x * y % 3) == 0,
        6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
        _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
    };
}
