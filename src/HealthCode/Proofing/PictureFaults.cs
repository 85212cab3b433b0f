using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Proofing.Faces;

namespace HealthBao.HealthCode.Proofing;

/// <summary>What is wrong with a picture, and the way out.</summary>
internal static class PictureFaults
{
    public static RequestFault Describe(PictureFault fault, int number, int maxPixels) => fault switch
    {
        PictureFault.Format => new(Field(number), "not-a-picture", "It must be a JPEG or PNG."),
        PictureFault.TooSmall => new(Field(number), "too-small", $"Each side must have at least {PictureReader.MinSide} pixels."),
        PictureFault.TooManyPixels => new(Field(number), "too-large", $"It must have at most {maxPixels} pixels; send a smaller one."),
        _ => new(Field(number), "broken", "The picture is not whole; send it again."),
    };

    private static string Field(int number) => $"frame[{number}]";
}
