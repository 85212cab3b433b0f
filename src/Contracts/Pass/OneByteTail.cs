namespace HealthBao.Contracts.Pass;

/// <summary>
/// Serves all bytes but the last, then the last, and notices a reader that asks for more. An inflater that has met the end of its
/// data stops asking: if it never came for the last byte, something stands after the data; if it asks beyond, the data were cut.
/// </summary>
internal sealed class OneByteTail(ReadOnlyMemory<byte> bytes) : Stream
{
    private int position;
    private bool askedBeyond;

    public bool EndedExactly => position == bytes.Length && !askedBeyond;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        var end = position < bytes.Length - 1 ? bytes.Length - 1 : bytes.Length;
        var count = Math.Min(buffer.Length, end - position);
        askedBeyond |= count == 0;
        bytes.Span.Slice(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
