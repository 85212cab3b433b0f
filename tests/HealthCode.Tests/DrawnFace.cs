using HealthBao.HealthCode.Proofing.Faces;
using SkiaSharp;

namespace HealthBao.HealthCode.Tests;

/// <summary>
/// A picture that says what is in it, so that what follows a face can be tested without one: the first pixel's red is who it is, its green how
/// far the head is turned, its blue how far the mouth is open; without red there is no face.
/// </summary>
internal static class DrawnFace
{
    private const int Side = 64;

    /// <summary>A PNG of somebody.</summary>
    /// <param name="who">1 … 255; an eleventh of a distance for each step.</param>
    /// <param name="turn">−1 … 1.</param>
    /// <param name="mouth">0 … 1.</param>
    /// <param name="side">Of the picture, in pixels.</param>
    public static byte[] Png(int who, double turn = 0, double mouth = 0, int side = Side)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(new SKColor((byte)who, (byte)(128 + (turn * 100)), (byte)(mouth * 100)));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The face that a number stands for.</summary>
    public static FaceDescriptor DescriptorOf(int who)
    {
        var values = new float[FaceDescriptor.Count];
        values[0] = who / 11f;
        return new(values);
    }

    public static FaceReading Read(Picture picture) => picture.Rgb[0] == 0
        ? FaceReading.Not(FaceFault.NoFace)
        : new(FaceFault.None, (picture.Rgb[1] - 128) / 100f, picture.Rgb[2] / 100f, DescriptorOf(picture.Rgb[0]));
}
