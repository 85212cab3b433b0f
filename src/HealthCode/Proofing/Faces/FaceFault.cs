namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>Why a picture holds no face that can be judged.</summary>
internal enum FaceFault
{
    None,
    NoFace,

    /// <summary>Another face is nearly as large.</summary>
    SeveralFaces,

    /// <summary>Too few pixels of a face.</summary>
    FaceTooSmall,
}
