namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>Where a face is.</summary>
/// <param name="Box">In pixels.</param>
/// <param name="Score">How sure the detector is, 0 … 1.</param>
internal readonly record struct FaceBox(Box Box, float Score);
