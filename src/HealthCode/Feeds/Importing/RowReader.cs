using System.Buffers;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>Reads the lines of chunks on one thread: judges each row, keys the person and hands the row on. Allocates nothing per row.</summary>
internal sealed class RowReader(Feed feed, RowContext context, byte[] lasting, byte[]? day, RowSpool spool, FaultList faults, RejectedRows? rejected, ImportProgress progress) : IDisposable
{
    private const int MaxLine = 4096;
    private static readonly SearchValues<byte> Unfit = SearchValues.Create([.. Enumerable.Range(0, 32).Select(b => (byte)b), 0x7F]);

    private readonly FeedRow row = new();
    private readonly PersonKeying people = new(lasting);
    private readonly PersonKeying? today = day is null ? null : new(day);
    private readonly int rowSize = day is null ? SpooledRow.Short : SpooledRow.Long;

    public void Read(FileChunk chunk)
    {
        var text = chunk.Buffer.AsSpan(0, chunk.Length);
        var line = chunk.FirstLine;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var whole = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (whole is [.., (byte)'\r']) whole = whole[..^1];
            if (line > 1) Take(whole, line);
            line++;
        }

        progress.SawRows(line - Math.Max(chunk.FirstLine, 2));
        ArrayPool<byte>.Shared.Return(chunk.Buffer);
    }

    public void Dispose()
    {
        people.Dispose();
        today?.Dispose();
    }

    private void Take(ReadOnlySpan<byte> line, long number)
    {
        Span<Range> ranges = stackalloc Range[RowCells.MaxCells];
        var cells = RowCells.Split(line.Length > MaxLine ? line[..MaxLine] : line, ranges);
        if (Judge(line, cells, out var column) is not { } fault)
        {
            Keep(number);
            return;
        }

        faults.Add(new(number, column + 1, column < feed.Columns.Count ? feed.Columns[column].Heading : "", fault));
        rejected?.Add(cells, number, column, fault, context.Charset);
    }

    private RowFaultKind? Judge(ReadOnlySpan<byte> line, RowCells cells, out int column)
    {
        column = 0;
        if (line.Trim((byte)' ').IsEmpty) return RowFaultKind.BlankLine;
        if (line.Length > MaxLine) return RowFaultKind.LineTooLong;
        if (line.IndexOfAny(Unfit) is var unfit and >= 0)
        {
            column = line[..unfit].Count((byte)',');
            return RowFaultKind.Control;
        }

        if (cells.Count == feed.Columns.Count && line.IndexOf((byte)'"') is var quote and >= 0)
        {
            column = line[..quote].Count((byte)',');
            return RowFaultKind.Quote;
        }

        return feed.Read(cells, context, row, out column);
    }

    private void Keep(long number)
    {
        var mac = people.Of(row.Kind, row.Number);
        var key = today is null ? mac.Key : today.Of(row.Kind, row.Number).Key;
        var value = new SnapshotValue(
            people.NameOf(mac, row.Name), row.Division == 0 ? row.Authority : row.Division, (uint)row.At, (uint)row.Until, (uint)number, row.State, row.Reason, row.Flags);
        Span<byte> spooled = stackalloc byte[rowSize];
        SpooledRow.Write(spooled, key, value, mac.Key);
        spool.Add(spooled);
    }
}
