namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>Where each pixel of a network's input lies in the picture: turned, scaled and moved.</summary>
/// <param name="Origin">Where the input's top left corner lies.</param>
/// <param name="Right">One pixel to the right.</param>
/// <param name="Down">One pixel down.</param>
internal readonly record struct Placing(Point Origin, Point Right, Point Down)
{
    public static Placing Scaled(Point origin, float pixel) => new(origin, new(pixel, 0), new(0, pixel));

    /// <summary>Turned so that <paramref name="level"/> runs along the rows, with <paramref name="centre"/> at <paramref name="at"/>.</summary>
    public static Placing Turned(Point level, Point centre, Point at, float pixel)
    {
        var right = level * (pixel / level.Length);
        var down = new Point(-right.Y, right.X);
        return new(centre - (right * at.X) - (down * at.Y), right, down);
    }

    public Point Of(float x, float y) => Origin + (Right * x) + (Down * y);
}
