using HealthBao.HealthCode.Proofing.Faces;

namespace HealthBao.HealthCode.Tests.Proofing.Faces;

public sealed class FaceGridTests
{
    private const int Cells = 4;

    [Fact]
    public void A_cell_s_box_is_read_from_place_size_and_anchor()
    {
        var grid = Empty();
        Put(grid, anchor: 0, cell: (2 * Cells) + 1, x: 0, y: 0, w: 0, h: 0, score: 3);
        var face = Assert.Single(FaceGrid.Decode(grid, Cells));
        // σ(0) = ½: the middle of cell (1, 2); e⁰ · anchor · 32.
        Assert.Equal((48f, 80f), (face.Box.Centre.X, face.Box.Centre.Y));
        Assert.Equal(1.603231f * 32, face.Box.Width, 3);
        Assert.Equal(2.094468f * 32, face.Box.Height, 3);
        Assert.Equal(0.9526f, face.Score, 3);
    }

    [Fact]
    public void What_is_less_likely_than_not_is_no_face()
    {
        var grid = Empty();
        Put(grid, 1, 0, 0, 0, 0, 0, score: -0.01f);
        Assert.Empty(FaceGrid.Decode(grid, Cells));
    }

    [Fact]
    public void Of_boxes_over_one_face_the_surest_is_left_and_a_face_beside_it_too()
    {
        FaceBox sure = new(new(0, 0, 100, 100), 0.9f), same = new(new(10, 0, 100, 100), 0.8f), beside = new(new(70, 0, 100, 100), 0.6f);
        Assert.Equal([sure, beside], FaceGrid.BestOf([beside, same, sure]));
    }

    private static float[] Empty()
    {
        var grid = new float[25 * Cells * Cells];
        for (var anchor = 0; anchor < 5; anchor++) grid.AsSpan(((anchor * 5) + 4) * Cells * Cells, Cells * Cells).Fill(-10);
        return grid;
    }

    private static void Put(float[] grid, int anchor, int cell, float x, float y, float w, float h, float score)
    {
        foreach (var (value, i) in new[] { x, y, w, h, score }.Select((v, i) => (v, i))) grid[(((anchor * 5) + i) * Cells * Cells) + cell] = value;
    }
}
