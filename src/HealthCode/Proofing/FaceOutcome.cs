namespace HealthBao.HealthCode.Proofing;

/// <summary>What became of the pictures.</summary>
internal enum FaceOutcome
{
    Match,
    CheckByHand,

    /// <summary>Another face, or no portrait is held under this name and number: told alike.</summary>
    NoMatch,

    ChallengeMissed,
    NoFace,
    SeveralFaces,
    FaceTooSmall,
}
