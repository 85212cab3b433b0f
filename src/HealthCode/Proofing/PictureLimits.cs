namespace HealthBao.HealthCode.Proofing;

/// <summary>Where pictures go and how large one may be.</summary>
internal sealed record PictureLimits(string Path, int MaxBytes, int MaxPixels);
