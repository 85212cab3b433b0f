using System.Text;
using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Feeds.Trips;

namespace HealthBao.HealthCode.Feeds.Reporting;

/// <summary>A row that comes by call: the columns of the file as members, judged by the same rules.</summary>
internal static class ReportedRow
{
    private const int MaxText = 128;

    /// <summary>Reads a call's body.</summary>
    /// <returns>Whether it is sound; else the body's faults say why not.</returns>
    public static bool TryRead(RequestBody body, Feed feed, RowContext context, FeedRow row)
    {
        var cells = feed.Columns.Select(c => Encoding.UTF8.GetBytes(body.Text(c.Member, MaxText, IsRequired(feed, c)) ?? "")).ToArray();
        if (!body.End()) return false;
        var ranges = new Range[cells.Length];
        for (int i = 0, start = 0; i < cells.Length; start += cells[i++].Length) ranges[i] = start..(start + cells[i].Length);
        if (feed.Read(RowCells.Of(cells.SelectMany(c => c).ToArray(), ranges), context, row, out var column) is not { } fault) return true;
        body.Fault(feed.Columns[column].Member, fault.Code, $"{fault.Words.En}（{fault.Words.Zh}）");
        return false;
    }

    // Nobody has verified yet what a person just declares.
    private static bool IsRequired(Feed feed, FeedColumn column) => feed is not TripsFeed || column.Member != FeedColumn.Authority.Member;
}
