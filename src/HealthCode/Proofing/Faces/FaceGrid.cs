namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>Reads the detector's grid: five anchors a cell, each with place, size and score, and of boxes that overlap the best.</summary>
internal static class FaceGrid
{
    public const int CellSize = 32;
    public const float MinScore = 0.5f;

    private const int Values = 5;
    private const float MaxOverlap = 0.4f;
    private static readonly float[] AnchorWidths = [1.603231f, 6.041143f, 2.882459f, 4.266906f, 9.041765f];
    private static readonly float[] AnchorHeights = [2.094468f, 7.080126f, 3.518061f, 5.178857f, 10.66308f];

    /// <summary>The faces, the best first, in pixels of the input.</summary>
    public static IReadOnlyList<FaceBox> Decode(ReadOnlySpan<float> grid, int cells)
    {
        var found = new List<FaceBox>();
        for (var anchor = 0; anchor < AnchorWidths.Length; anchor++)
            for (var cell = 0; cell < cells * cells; cell++)
            {
                var score = Sigmoid(Value(grid, cells, anchor, 4, cell));
                if (score > MinScore) found.Add(new(BoxOf(grid, cells, anchor, cell), score));
            }

        return BestOf(found);
    }

    /// <summary>Of faces that overlap only the one with the best score.</summary>
    public static IReadOnlyList<FaceBox> BestOf(IEnumerable<FaceBox> found)
    {
        var best = new List<FaceBox>();
        foreach (var face in found.OrderByDescending(f => f.Score))
            if (best.All(b => b.Box.OverlapWith(face.Box) <= MaxOverlap))
                best.Add(face);

        return best;
    }

    private static Box BoxOf(ReadOnlySpan<float> grid, int cells, int anchor, int cell)
    {
        var (y, x) = Math.DivRem(cell, cells);
        var cx = (x + Sigmoid(Value(grid, cells, anchor, 0, cell))) * CellSize;
        var cy = (y + Sigmoid(Value(grid, cells, anchor, 1, cell))) * CellSize;
        var width = MathF.Exp(Value(grid, cells, anchor, 2, cell)) * AnchorWidths[anchor] * CellSize;
        var height = MathF.Exp(Value(grid, cells, anchor, 3, cell)) * AnchorHeights[anchor] * CellSize;
        return new(cx - (width / 2), cy - (height / 2), width, height);
    }

    private static float Value(ReadOnlySpan<float> grid, int cells, int anchor, int value, int cell) => grid[(((anchor * Values) + value) * cells * cells) + cell];

    private static float Sigmoid(float x) => 1f / (1f + MathF.Exp(-x));
}
