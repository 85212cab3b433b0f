namespace HealthBao.Contracts.Tests.Pass;

/// <summary>Which modules carry codewords, and the codewords in them.</summary>
internal sealed class QrModules(bool[,] dark)
{
    private readonly int size = dark.GetLength(0);

    private int Version => (size - 17) / 4;

    public byte[] ReadCodewords(int mask)
    {
        var bits = Zigzag().Where(m => !IsFunction(m.X, m.Y)).Select(m => dark[m.X, m.Y] ^ Covers(mask, m.Y, m.X)).ToArray();
        var codewords = new byte[bits.Length / 8];
        for (var i = 0; i < 8 * codewords.Length; i++)
            if (bits[i])
                codewords[i / 8] |= (byte)(1 << (7 - (i % 8)));

        return codewords;
    }

    private IEnumerable<(int X, int Y)> Zigzag()
    {
        var columns = Enumerable.Range(0, size).Where(x => x != 6).Reverse().Chunk(2).ToArray();
        for (var pair = 0; pair < columns.Length; pair++)
            for (var step = 0; step < size; step++)
                foreach (var x in columns[pair])
                    yield return (x, pair % 2 == 0 ? size - 1 - step : step);
    }

    private bool IsFunction(int x, int y)
    {
        if (x == 6 || y == 6) return true;
        if ((x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8)) return true;
        if (Version >= 7 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6))) return true;
        return AlignmentAt(x) is { } column && AlignmentAt(y) is { } row && !IsFinderCorner(column, row);
    }

    private bool IsFinderCorner(int x, int y) =>
        (x == 6 && y == 6) || (x == 6 && y == size - 7) || (x == size - 7 && y == 6);

    private int? AlignmentAt(int coordinate) =>
        AlignmentCentres().Where(c => Math.Abs(c - coordinate) <= 2).Select(c => (int?)c).FirstOrDefault();

    // Annex E: the first centre is 6, the others are evenly spaced back from the far side.
    private IEnumerable<int> AlignmentCentres()
    {
        if (Version == 1) yield break;
        var count = (Version / 7) + 2;
        var spacing = 2 * (int)Math.Ceiling((size - 13) / (2.0 * (count - 1)));
        yield return 6;
        for (var n = 0; n < count - 1; n++) yield return size - 7 - (n * spacing);
    }

    private static bool Covers(int mask, int i, int j) => 0 == mask switch
    {
        0 => (i + j) % 2,
        1 => i % 2,
        2 => j % 3,
        3 => (i + j) % 3,
        4 => ((i / 2) + (j / 3)) % 2,
        5 => (i * j % 2) + (i * j % 3),
        6 => ((i * j % 2) + (i * j % 3)) % 2,
        _ => (((i + j) % 2) + (i * j % 3)) % 2,
    };
}
