using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds.HomeObservation;

/// <summary>The communities' reports of home observation (居家观察), with start and end; a row <c>released</c> is the community's word that it is over.</summary>
internal sealed class HomeObservationFeed : Feed
{
    public const string Name = "home-observation";

    public static readonly HomeObservationFeed Instance = new();

    private const int MaxDays = 400;
    private const long MaxLength = 90 * 24 * 60 * 60;
    private static readonly byte[][] States = ["observed"u8.ToArray(), "released"u8.ToArray()];

    public override string Code => Name;

    public override string Role => "COMMUNITY";

    public override bool IsList => true;

    public override IReadOnlyList<FeedColumn> Columns { get; } =
        [FeedColumn.Name, FeedColumn.Kind, FeedColumn.Number, FeedColumn.State, FeedColumn.Reason, new("开始日期", "from"), new("结束日期", "until"), FeedColumn.Authority];

    public override RowFaultKind? Merge(ref SnapshotValue first, in SnapshotValue second)
    {
        if (first.State != second.State) return RowFaultKind.PersonTwice;
        if (second.Until > first.Until) first = second;
        return null;
    }

    protected override RowFaultKind? ReadOwn(RowCells cells, RowContext context, FeedRow row, out int column)
    {
        column = Own;
        if (cells[column].IsEmpty) return RowFaultKind.StateMissing;
        var state = CodeOf(cells[column], States);
        if (state < 0) return RowFaultKind.StateUnknown;
        row.State = (byte)(state + 1);
        column++;
        var to = row.State == (byte)ListState.Observed ? HealthStatus.HomeObservation : HealthStatus.NoAbnormality;
        if (ReasonCell.Read(cells[column], to, out var reason) is { } fault) return fault;
        row.Reason = reason;
        column++;
        if (TimeCell.ReadPast(cells[column], context.Now, MaxDays, out var from) is { } start) return start;
        column++;
        if (TimeCell.Read(cells[column], out var until) is { } end) return end;
        if (until < from) return RowFaultKind.EndBefore;
        if (until - from > MaxLength) return RowFaultKind.EndFar;
        (row.At, row.Until) = (from, until);
        column++;
        var office = context.Authorities.Read(cells[column], context, Role, out var index);
        row.Authority = index;
        return office;
    }
}
