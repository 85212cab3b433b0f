namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>An upright part of a picture, in pixels.</summary>
internal readonly record struct Box(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;

    public float Bottom => Y + Height;

    public float Area => Math.Max(Width, 0) * Math.Max(Height, 0);

    public Point Centre => new(X + (Width / 2), Y + (Height / 2));

    /// <summary>The part that lies in another box.</summary>
    public Box In(Box other)
    {
        var (x, y) = (Math.Max(X, other.X), Math.Max(Y, other.Y));
        return new(x, y, Math.Max(0, Math.Min(Right, other.Right) - x), Math.Max(0, Math.Min(Bottom, other.Bottom) - y));
    }

    /// <summary>How much of what either covers both do, 0 … 1.</summary>
    public float OverlapWith(Box other)
    {
        var shared = In(other).Area;
        return shared == 0 ? 0 : shared / (Area + other.Area - shared);
    }
}
