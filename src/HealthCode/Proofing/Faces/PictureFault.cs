namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>Why a picture was not read.</summary>
internal enum PictureFault
{
    None,

    /// <summary>Neither JPEG nor PNG.</summary>
    Format,

    /// <summary>Fewer pixels than a face needs.</summary>
    TooSmall,

    /// <summary>More pixels than are decoded.</summary>
    TooManyPixels,

    /// <summary>It begins like a picture and does not end like one.</summary>
    Broken,
}
