namespace HealthBao.Contracts.Pass.Qr;

/// <summary>Finder, separator, timing and alignment patterns (ISO/IEC 18004:2015 §6.3).</summary>
internal static class FunctionPatterns
{
    public static void Draw(QrMatrix matrix, QrVersion version)
    {
        DrawTiming(matrix);
        DrawFinder(matrix, 3, 3);
        DrawFinder(matrix, matrix.Size - 4, 3);
        DrawFinder(matrix, 3, matrix.Size - 4);
        DrawAlignments(matrix, version.AlignmentCentres);
    }

    private static void DrawTiming(QrMatrix matrix)
    {
        for (var i = 0; i < matrix.Size; i++)
        {
            matrix.SetFunction(i, 6, i % 2 == 0);
            matrix.SetFunction(6, i, i % 2 == 0);
        }
    }

    // Rings about the centre, by their distance: dark 0, 1, light 2, dark 3, light 4 (the separator).
    private static void DrawFinder(QrMatrix matrix, int centreX, int centreY)
    {
        for (var dy = -4; dy <= 4; dy++)
            for (var dx = -4; dx <= 4; dx++)
            {
                var (x, y) = (centreX + dx, centreY + dy);
                if (x < 0 || y < 0 || x >= matrix.Size || y >= matrix.Size) continue;
                matrix.SetFunction(x, y, Ring(dx, dy) is not (2 or 4));
            }
    }

    private static void DrawAlignments(QrMatrix matrix, byte[] centres)
    {
        foreach (var y in centres)
            foreach (var x in centres)
                if (!IsUnderFinder(x, y, matrix.Size))
                    DrawAlignment(matrix, x, y);
    }

    private static void DrawAlignment(QrMatrix matrix, int centreX, int centreY)
    {
        for (var dy = -2; dy <= 2; dy++)
            for (var dx = -2; dx <= 2; dx++)
                matrix.SetFunction(centreX + dx, centreY + dy, Ring(dx, dy) != 1);
    }

    private static bool IsUnderFinder(int x, int y, int size) =>
        (x == 6 && y == 6) || (x == 6 && y == size - 7) || (x == size - 7 && y == 6);

    private static int Ring(int dx, int dy) => Math.Max(Math.Abs(dx), Math.Abs(dy));
}
