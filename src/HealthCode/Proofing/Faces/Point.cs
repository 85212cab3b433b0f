namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>A place in a picture, in pixels from the top left corner.</summary>
internal readonly record struct Point(float X, float Y)
{
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    public static Point operator *(Point a, float by) => new(a.X * by, a.Y * by);

    public float Length => MathF.Sqrt((X * X) + (Y * Y));

    public static float Dot(Point a, Point b) => (a.X * b.X) + (a.Y * b.Y);

    public static Point Mean(ReadOnlySpan<Point> points)
    {
        Point sum = default;
        foreach (var point in points) sum += point;
        return sum * (1f / points.Length);
    }
}
