using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using HealthBao.Contracts.Identity;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>
/// The rows that were counted and not stored, on their way to their communities: masked, with the line. Written away in batches,
/// since there may be hundreds of thousands.
/// </summary>
internal sealed class RejectedRows(Action<IReadOnlyList<RejectedRow>> write)
{
    private const int Batch = 5_000;
    private const int DivisionCellIndex = 4;

    private readonly Lock gate = new();
    private List<RejectedRow> waiting = new(Batch);

    public void Add(RowCells cells, long line, int column, RowFaultKind fault, FeedCharset charset)
    {
        var row = new RejectedRow(line, column + 1, fault.Code, DivisionOf(cells), NameOf(cells, charset), NumberOf(cells));
        lock (gate)
        {
            waiting.Add(row);
            if (waiting.Count == Batch) Flush();
        }
    }

    public void Flush()
    {
        lock (gate)
        {
            if (waiting.Count > 0) write(waiting);
            waiting = new(Batch);
        }
    }

    private static long DivisionOf(RowCells cells)
    {
        if (cells.Count <= DivisionCellIndex || cells[DivisionCellIndex].Length is not (6 or 9 or 12)) return 0;
        return long.TryParse(Encoding.Latin1.GetString(cells[DivisionCellIndex]).PadRight(12, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var division) ? division : 0;
    }

    // What is no name is not shown at all: it may be somebody's number.
    private static string NameOf(RowCells cells, FeedCharset charset) =>
        cells.Count > 0 && cells[0].Length <= 256 && PersonName.TryCreate(charset.Encoding.GetString(cells[0]), out var name) && !name!.Value.Any(char.IsAsciiDigit) ? name.Masked.ToString() : "";

    private static string NumberOf(RowCells cells)
    {
        if (cells.Count < 3 || cells[2].Length is 0 or > 32) return "";
        var text = Encoding.Latin1.GetString(cells[2]);
        return text.All(char.IsAsciiLetterOrDigit) ? DocumentMask.Of(text) : "";
    }
}
