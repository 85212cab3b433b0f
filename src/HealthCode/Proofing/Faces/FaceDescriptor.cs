using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>128 numbers that lie near each other for one person's pictures. As personal as the picture: never logged, wiped when disposed of.</summary>
internal sealed class FaceDescriptor : IDisposable
{
    public const int Count = 128;
    public const int Bytes = Count * sizeof(float);

    private readonly float[] values;

    public FaceDescriptor(ReadOnlySpan<float> values) => this.values = values.Length == Count ? values.ToArray() : throw new ArgumentException("A descriptor has 128 numbers.", nameof(values));

    /// <summary>The Euclidean distance: 0 for the same picture, about 1 for strangers.</summary>
    public float DistanceTo(FaceDescriptor other)
    {
        var sum = 0f;
        for (var i = 0; i < Count; i++) sum += (values[i] - other.values[i]) * (values[i] - other.values[i]);
        return MathF.Sqrt(sum);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        for (var i = 0; i < Count; i++) BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        return bytes;
    }

    public static FaceDescriptor Read(ReadOnlySpan<byte> bytes)
    {
        var values = new float[Count];
        for (var i = 0; i < Count; i++) values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        return new(values);
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));

    public override string ToString() => "face";
}
