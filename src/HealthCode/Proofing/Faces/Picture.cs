using System.Security.Cryptography;

namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>A decoded picture, red, green, blue of each pixel. Wiped when it is disposed of.</summary>
internal sealed class Picture(byte[] rgb, int width, int height) : IDisposable
{
    public int Width => width;

    public int Height => height;

    public Box Bounds => new(0, 0, width, height);

    public ReadOnlySpan<byte> Rgb => rgb;

    /// <summary>Takes a part as a network wants it: the planes red, green and blue, 0 … 255; black where the part has nothing.</summary>
    public void Take(Placing placing, Box part, int side, Span<float> planes)
    {
        var plane = side * side;
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
            {
                var at = placing.Of(x + 0.5f, y + 0.5f);
                var i = (y * side) + x;
                if (at.X < part.X || at.Y < part.Y || at.X >= part.Right || at.Y >= part.Bottom)
                    (planes[i], planes[plane + i], planes[(2 * plane) + i]) = (0, 0, 0);
                else
                    Blend(at, planes, i, plane);
            }
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(rgb);

    // Between the four nearest pixels, whose centres lie at halves.
    private void Blend(Point at, Span<float> planes, int i, int plane)
    {
        var (fx, fy) = (Math.Clamp(at.X - 0.5f, 0, width - 1), Math.Clamp(at.Y - 0.5f, 0, height - 1));
        var (x, y) = ((int)fx, (int)fy);
        var (dx, dy) = (fx - x, fy - y);
        var (a, c) = (((y * width) + x) * 3, ((Math.Min(y + 1, height - 1) * width) + x) * 3);
        var step = x + 1 < width ? 3 : 0;
        for (var colour = 0; colour < 3; colour++)
        {
            var top = rgb[a + colour] + (dx * (rgb[a + step + colour] - rgb[a + colour]));
            var bottom = rgb[c + colour] + (dx * (rgb[c + step + colour] - rgb[c + colour]));
            planes[(colour * plane) + i] = top + (dy * (bottom - top));
        }
    }
}
