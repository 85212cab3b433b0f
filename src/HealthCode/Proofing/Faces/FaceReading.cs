namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>The one face of a picture, or why there is none.</summary>
/// <param name="Fault">When not none, the rest is of no meaning.</param>
/// <param name="Turn">See <see cref="Landmarks.Turn"/>.</param>
/// <param name="MouthOpening">See <see cref="Landmarks.MouthOpening"/>.</param>
/// <param name="Descriptor">What faces are compared by.</param>
internal sealed record FaceReading(FaceFault Fault, float Turn, float MouthOpening, FaceDescriptor? Descriptor) : IDisposable
{
    public static FaceReading Not(FaceFault fault) => new(fault, 0, 0, null);

    public void Dispose() => Descriptor?.Dispose();

    public override string ToString() => "face";
}
