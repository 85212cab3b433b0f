namespace HealthBao.Adapters.Files;

/// <summary>Refuses to be longer than it may be.</summary>
internal sealed class BoundedStream(Stream inner, int maxBytes) : ReadingStream(inner)
{
    private long seen;

    protected override void Saw(ReadOnlySpan<byte> bytes)
    {
        seen += bytes.Length;
        if (seen > maxBytes) throw new InvalidDataException("The part is longer than it may be.");
    }
}
