using HealthBao.Contracts.Status;

namespace HealthBao.Hub.Audit;

/// <summary>Reads the log back. A block that is not what was appended ends the reading: a log that was changed is told, not shown.</summary>
internal sealed class AuditReader(IAuditStore store)
{
    /// <summary>The lines that fit, in order, each with its place.</summary>
    /// <exception cref="InvalidDataException">A block was changed after it was appended.</exception>
    public IEnumerable<(AuditCursor At, ReadOnlyMemory<byte> Line)> Read(AuditQuery query)
    {
        foreach (var day in store.Days().Where(d => d.End > query.From && d.Start < query.To && (query.After is not { } a || d.CompareTo(a.Day) >= 0)))
            foreach (var block in store.Read(day, After(query, day), query.From.ToUnixTimeMilliseconds(), query.To.ToUnixTimeMilliseconds()))
            {
                if (!block.IsIntact) throw new InvalidDataException($"Block {block.Number} of {day.Compact} is not what was appended.");
                foreach (var (number, line) in Lines(block.Lines))
                {
                    var at = new AuditCursor(day, block.Number, number);
                    if (!IsBefore(at, query.After) && query.Filter.Fits(line.Span)) yield return (at, line);
                }
            }
    }

    /// <summary>The chain's end: who keeps it can tell later whether the log was changed.</summary>
    public (ShanghaiDay Day, AuditHead Head)? Head() => store.Days() is [.., var last] ? (last, store.Head(last)) : null;

    // The block of the cursor is read again, since a page may end within it.
    private static long After(AuditQuery query, ShanghaiDay day) => query.After is { } after && after.Day == day ? after.Block - 1 : 0;

    private static bool IsBefore(AuditCursor at, AuditCursor? after) =>
        after is { } last && at.Day == last.Day && (at.Block < last.Block || (at.Block == last.Block && at.Line <= last.Line));

    private static IEnumerable<(int Number, ReadOnlyMemory<byte> Line)> Lines(byte[] lines)
    {
        var number = 0;
        for (var start = 0; start < lines.Length;)
        {
            var end = Array.IndexOf(lines, (byte)'\n', start);
            yield return (number++, lines.AsMemory(start, end - start));
            start = end + 1;
        }
    }
}
