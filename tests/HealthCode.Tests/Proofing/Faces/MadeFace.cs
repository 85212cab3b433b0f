using HealthBao.HealthCode.Proofing.Faces;

namespace HealthBao.HealthCode.Tests.Proofing.Faces;

/// <summary>68 points of a face drawn by rule: eyes 40 apart at height 0, mouth 40 below, turned in the plane by an angle.</summary>
internal static class MadeFace
{
    public static Landmarks Of(float nose = 0, float opening = 2, float degrees = 0, Point centre = default)
    {
        var points = new Point[Landmarks.Count];
        for (var i = 36; i < 42; i++) points[i] = new(-20 + (6 * MathF.Cos((i - 39) * MathF.PI / 3)), 3 * MathF.Sin((i - 36) * MathF.PI / 3));
        for (var i = 42; i < 48; i++) points[i] = new(20 + (6 * MathF.Cos((i - 45) * MathF.PI / 3)), 3 * MathF.Sin((i - 42) * MathF.PI / 3));
        // The corners that look outwards.
        (points[36], points[39], points[42], points[45]) = (new(-26, 0), new(-14, 0), new(14, 0), new(26, 0));
        points[30] = new(26 * nose, 20);
        for (var i = 48; i < 68; i++) points[i] = new(0, 40);
        (points[60], points[64], points[62], points[66]) = (new(-10, 40), new(10, 40), new(0, 40 - (opening / 2)), new(0, 40 + (opening / 2)));
        var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
        return new([.. points.Select(p => new Point((p.X * cos) - (p.Y * sin), (p.X * sin) + (p.Y * cos)) + centre)]);
    }
}
