namespace HealthBao.HealthCode.Feeds;

/// <summary>The cells of one row, as bytes without the spaces around them. Neither in UTF-8 nor in GB18030 is a byte under 0x30 part of a longer character.</summary>
internal readonly ref struct RowCells
{
    public const int MaxCells = 12;

    private readonly ReadOnlySpan<byte> text;
    private readonly ReadOnlySpan<Range> ranges;

    private RowCells(ReadOnlySpan<byte> text, ReadOnlySpan<Range> ranges)
    {
        this.text = text;
        this.ranges = ranges;
    }

    public int Count => ranges.Length;

    public ReadOnlySpan<byte> this[int index] => text[ranges[index]].Trim((byte)' ');

    /// <summary>Splits a line. More cells than fit are told by one more than there may be.</summary>
    public static RowCells Split(ReadOnlySpan<byte> line, Span<Range> ranges)
    {
        var (count, start) = (0, 0);
        while (count < ranges.Length)
        {
            var comma = line[start..].IndexOf((byte)',');
            var end = comma < 0 ? line.Length : start + comma;
            ranges[count++] = start..end;
            if (comma < 0) break;
            start = end + 1;
        }

        return new(line, ranges[..count]);
    }

    /// <summary>The cells of a call.</summary>
    public static RowCells Of(ReadOnlySpan<byte> text, ReadOnlySpan<Range> ranges) => new(text, ranges);
}
