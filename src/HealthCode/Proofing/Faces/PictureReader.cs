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
        var (right, down) = (Pixel * (width - 1), rowBytes * (height - 1));
        var (start, across, along) = origin switch
        {
            SKEncodedOrigin.TopRight => (right, -Pixel, rowBytes),
            SKEncodedOrigin.BottomRight => (right + down, -Pixel, -rowBytes),
            SKEncodedOrigin.BottomLeft => (down, Pixel, -rowBytes),
            SKEncodedOrigin.LeftTop => (0, rowBytes, Pixel),
            SKEncodedOrigin.RightTop => (down, -rowBytes, Pixel),
            SKEncodedOrigin.RightBottom => (right + down, -rowBytes, -Pixel),
            SKEncodedOrigin.LeftBottom => (right, rowBytes, -Pixel),
            _ => (0, Pixel, rowBytes),
        };
        var (wide, high) = origin >= SKEncodedOrigin.LeftTop ? (height, width) : (width, height);
        var rgb = new byte[wide * high * 3];
        var i = 0;
        for (var y = 0; y < high; y++)
            for (int x = 0, from = start + (y * along); x < wide; x++, from += across, i += 3)
                (rgb[i], rgb[i + 1], rgb[i + 2]) = (rgba[from], rgba[from + 1], rgba[from + 2]);

        return new(rgb, wide, high);
    }
}
