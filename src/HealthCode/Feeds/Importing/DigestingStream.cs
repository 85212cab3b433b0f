using System.Security.Cryptography;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>Digests what is read.</summary>
internal sealed class DigestingStream(Stream inner, IncrementalHash digest) : ReadingStream(inner)
{
    protected override void Saw(ReadOnlySpan<byte> bytes) => digest.AppendData(bytes);
}
