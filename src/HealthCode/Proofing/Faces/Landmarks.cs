namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>The 68 points of a face: jaw 0–16, brows 17–26, nose 27–35, eyes 36–47, mouth 48–67. Left and right as one sees them in the picture.</summary>
internal sealed class Landmarks(Point[] points)
{
    public const int Count = 68;

    // A face whose mouth is that far below its eyes fills the chip.
    private const float EyeToMouth = 0.45f;

    private const int NoseTip = 30;
    private const int LeftCorner = 36;
    private const int RightCorner = 45;

    public Point LeftEye => Point.Mean(points.AsSpan(36, 6));

    public Point RightEye => Point.Mean(points.AsSpan(42, 6));

    public Point Mouth => Point.Mean(points.AsSpan(48, 20));

    /// <summary>
    /// How far the head is turned: where the tip of the nose stands between the outer corners of the eyes, −1 at the picture's left one, 0 in the
    /// middle, 1 at the right one. Positive when the person turns to their own left, in a picture that is not mirrored.
    /// </summary>
    public float Turn
    {
        get
        {
            var across = points[RightCorner] - points[LeftCorner];
            return (2 * Point.Dot(points[NoseTip] - points[LeftCorner], across) / Point.Dot(across, across)) - 1;
        }
    }

    /// <summary>How far the mouth is open: the height between the lips over the distance of their inner corners.</summary>
    public float MouthOpening => (points[66] - points[62]).Length / Math.Max((points[64] - points[60]).Length, 1e-6f);

    /// <summary>Where the recogniser's chip lies: eyes level, the middle of eyes and mouth at its place.</summary>
    public Placing ChipOf(int side)
    {
        var (left, right, mouth) = (LeftEye, RightEye, Mouth);
        var size = ((mouth - left).Length + (mouth - right).Length) / 2 / EyeToMouth;
        return Placing.Turned(right - left, Point.Mean([left, right, mouth]), new(side * 0.5f, side * 0.43f), size / side);
    }

    /// <summary>Whether it can be a face at all.</summary>
    public bool IsPlausible => (RightEye - LeftEye).Length > 4 && (Mouth - LeftEye).Length > 4 && (points[RightCorner] - points[LeftCorner]).Length > 4;
}
