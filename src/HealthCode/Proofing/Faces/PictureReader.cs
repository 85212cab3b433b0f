using System.Security.Cryptography;
using SkiaSharp;

namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>Decodes JPEG and PNG in memory. The size is known, and judged, before a pixel is decoded.</summary>
internal static class PictureReader
{
    /// <summary>The shorter side a picture must have.</summary>
    public const int MinSide = 64;

    private const int Pixel = 4;

    public static PictureFault Read(ReadOnlySpan<byte> file, long maxPixels, out Picture? picture)
    {
        picture = null;
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png }) return Ended(data, PictureFault.Format);
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > maxPixels) return Ended(data, PictureFault.TooManyPixels);
        if (Math.Min(width, height) < MinSide) return Ended(data, PictureFault.TooSmall);
        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul))) return Ended(data, PictureFault.TooManyPixels);
        var isWhole = codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success;
        if (isWhole) picture = Upright(bitmap.GetPixelSpan(), bitmap.RowBytes, width, height, codec.EncodedOrigin);
        Wipe(bitmap.GetPixels(), bitmap.ByteCount);
        return Ended(data, isWhole ? PictureFault.None : PictureFault.Broken);
    }

    private static PictureFault Ended(SKData data, PictureFault fault)
    {
        Wipe(data.Data, (int)data.Size);
        return fault;
    }

    private static unsafe void Wipe(IntPtr at, int length) => CryptographicOperations.ZeroMemory(new Span<byte>((void*)at, length));

    // Telephones write the picture as the sensor lay, and how it is to be turned (Exif 2.3 §4.6.4, Orientation).
    private static Picture Upright(ReadOnlySpan<byte> rgba, int rowBytes, int width, int height, SKEncodedOrigin origin)
    {
        var isLying = origin >= SKEncodedOrigin.LeftTop;
        var (wide, high) = isLying ? (height, width) : (width, height);
        var rgb = new byte[wide * high * 3];
        for (var y = 0; y < high; y++)
            for (var x = 0; x < wide; x++)
            {
                var (sx, sy) = origin switch
                {
                    SKEncodedOrigin.TopRight => (width - 1 - x, y),
                    SKEncodedOrigin.BottomRight => (width - 1 - x, height - 1 - y),
                    SKEncodedOrigin.BottomLeft => (x, height - 1 - y),
                    SKEncodedOrigin.LeftTop => (y, x),
                    SKEncodedOrigin.RightTop => (y, height - 1 - x),
                    SKEncodedOrigin.RightBottom => (width - 1 - y, height - 1 - x),
                    SKEncodedOrigin.LeftBottom => (width - 1 - y, x),
                    _ => (x, y),
                };
                rgba.Slice((sy * rowBytes) + (sx * Pixel), 3).CopyTo(rgb.AsSpan(((y * wide) + x) * 3));
            }

        return new(rgb, wide, high);
    }
}
