using HealthBao.HealthCode.Proofing.Faces;

namespace HealthBao.Benchmarks.Faces;

/// <summary>A face of a photo.</summary>
/// <param name="Photo">Its place in the folder.</param>
/// <param name="Box">Where.</param>
/// <param name="Reading">What was read.</param>
internal sealed record SeenFace(int Photo, Box Box, FaceReading Reading);
