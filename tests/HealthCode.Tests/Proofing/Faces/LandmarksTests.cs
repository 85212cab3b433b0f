using HealthBao.HealthCode.Proofing.Faces;

namespace HealthBao.HealthCode.Tests.Proofing.Faces;

public sealed class LandmarksTests
{
    [Theory]
    [InlineData(0f)]
    [InlineData(0.5f)]
    [InlineData(-0.5f)]
    public void How_far_a_head_is_turned_follows_the_nose_between_the_eyes_also_when_the_head_is_tilted(float nose)
    {
        Assert.Equal(nose, MadeFace.Of(nose).Turn, 3);
        // Tilted, the nose leaves the line of the eyes by its own height only.
        Assert.Equal(nose, MadeFace.Of(nose, degrees: 25, centre: new(300, 200)).Turn, 3);
    }

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(10f, 0.5f)]
    public void How_far_a_mouth_is_open_is_its_height_over_its_width(float opening, float ratio) => Assert.Equal(ratio, MadeFace.Of(opening: opening, degrees: 12).MouthOpening, 3);

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(-75)]
    public void The_chip_has_its_eyes_level_and_the_middle_of_eyes_and_mouth_at_its_place(float degrees)
    {
        var face = MadeFace.Of(degrees: degrees, centre: new(400, 300));
        var chip = face.ChipOf(150);
        var middle = chip.Of(75, 64.5f);
        var expected = Point.Mean([face.LeftEye, face.RightEye, face.Mouth]);
        Assert.Equal(expected.X, middle.X, 2);
        Assert.Equal(expected.Y, middle.Y, 2);
        // Along the chip's rows runs the line of the eyes.
        var across = face.RightEye - face.LeftEye;
        Assert.Equal(0, ((chip.Right.X * across.Y) - (chip.Right.Y * across.X)) / across.Length, 3);
        Assert.True(Point.Dot(chip.Right, across) > 0);
        // Eye to mouth is 0.45 of the chip.
        Assert.Equal((face.Mouth - face.LeftEye).Length, 0.45f * 150 * chip.Right.Length, 1);
    }

    [Fact]
    public void Points_that_fall_on_one_spot_are_no_face() => Assert.False(new Landmarks(new Point[Landmarks.Count]).IsPlausible);
}
