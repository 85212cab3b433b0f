using HealthBao.HealthCode.Proofing.Faces;
using SkiaSharp;

namespace HealthBao.HealthCode.Tests.Proofing.Faces;

public sealed class PictureTests
{
    private const long MaxPixels = 1_000_000;

    [Fact]
    public void A_jpeg_and_a_png_are_read()
    {
        foreach (var format in (SKEncodedImageFormat[])[SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png])
        {
            Assert.Equal(PictureFault.None, PictureReader.Read(Encode(100, 80, format), MaxPixels, out var picture));
            Assert.Equal((100, 80), (picture!.Width, picture.Height));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a picture at all")]
    [InlineData("GIF89a\u0001\u0000\u0001\u0000")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'/>")]
    public void What_is_neither_is_refused(string text) => Assert.Equal(PictureFault.Format, PictureReader.Read(System.Text.Encoding.Latin1.GetBytes(text), MaxPixels, out _));

    [Fact]
    public void A_webp_is_refused_although_the_decoder_knows_it() =>
        Assert.Equal(PictureFault.Format, PictureReader.Read(Encode(100, 100, SKEncodedImageFormat.Webp), MaxPixels, out _));

    [Fact]
    public void A_small_file_that_would_unfold_into_a_huge_picture_is_refused_before_a_pixel_is_decoded()
    {
        var bomb = Encode(100, 100, SKEncodedImageFormat.Png);
        // The header says 60,000 × 60,000 (PNG §11.2.2), with the right checksum.
        (bomb[18], bomb[19], bomb[22], bomb[23]) = (0xEA, 0x60, 0xEA, 0x60);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc(bomb.AsSpan(12, 17)));
        Assert.Equal(PictureFault.TooManyPixels, PictureReader.Read(bomb, MaxPixels, out var picture));
        Assert.Null(picture);
    }

    [Fact]
    public void Bounds_hold_to_the_pixel()
    {
        Assert.Equal(PictureFault.None, PictureReader.Read(Encode(100, 100, SKEncodedImageFormat.Png), 10_000, out _));
        Assert.Equal(PictureFault.TooManyPixels, PictureReader.Read(Encode(100, 101, SKEncodedImageFormat.Png), 10_000, out _));
        Assert.Equal(PictureFault.TooSmall, PictureReader.Read(Encode(63, 100, SKEncodedImageFormat.Png), 10_000, out _));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    public void Half_a_picture_is_none(SKEncodedImageFormat format)
    {
        var whole = Encode(200, 200, format);
        Assert.Equal(PictureFault.Broken, PictureReader.Read(whole.AsSpan(0, whole.Length / 2), MaxPixels, out var picture));
        Assert.Null(picture);
    }

    [Theory]
    [InlineData(1, 120, 80, 10, 10)]
    [InlineData(2, 120, 80, 110, 10)]
    [InlineData(3, 120, 80, 110, 70)]
    [InlineData(4, 120, 80, 10, 70)]
    [InlineData(5, 80, 120, 10, 10)]
    [InlineData(6, 80, 120, 70, 10)]
    [InlineData(7, 80, 120, 70, 110)]
    [InlineData(8, 80, 120, 10, 110)]
    public void A_telephone_s_picture_is_turned_upright(byte orientation, int width, int height, int x, int y)
    {
        // White is the top left quarter of what the sensor saw.
        Assert.Equal(PictureFault.None, PictureReader.Read(Turned(Encode(120, 80, SKEncodedImageFormat.Jpeg), orientation), MaxPixels, out var picture));
        Assert.Equal((width, height), (picture!.Width, picture.Height));
        foreach (var (px, py) in ((int, int)[])[(10, 10), (width - 10, 10), (10, height - 10), (width - 10, height - 10)])
            Assert.Equal((px, py) == (x, y), picture.Rgb[3 * ((py * width) + px)] > 128);
    }

    [Fact]
    public void A_picture_is_wiped_when_it_is_done_with()
    {
        PictureReader.Read(Encode(100, 80, SKEncodedImageFormat.Png), MaxPixels, out var picture);
        Assert.True(picture!.Rgb.ContainsAnyExcept((byte)0));
        picture.Dispose();
        Assert.False(picture.Rgb.ContainsAnyExcept((byte)0));
    }

    [Fact]
    public void What_lies_outside_of_a_part_is_black_and_what_lies_inside_is_between_its_neighbours()
    {
        using var picture = new Picture([0, 0, 0, 100, 100, 100], 2, 1);
        var planes = new float[3 * 16];
        picture.Take(Placing.Scaled(default, 0.5f), picture.Bounds, 4, planes);
        Assert.Equal([0f, 25, 75, 100], planes[..4]);
        Assert.All(planes[8..16], v => Assert.Equal(0, v));
    }

    // White in the top left quarter, else black.
    private static byte[] Encode(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                bitmap.SetPixel(x, y, x < width / 2 && y < height / 2 ? SKColors.White : SKColors.Black);
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    // An Exif part with the one entry 0x0112 after the beginning of the file (Exif 2.3 §4.5, §4.6.4).
    private static byte[] Turned(byte[] jpeg, byte orientation) =>
    [
        .. jpeg[..2], 0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. jpeg[2..],
    ];

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
        }

        return ~crc;
    }
}
