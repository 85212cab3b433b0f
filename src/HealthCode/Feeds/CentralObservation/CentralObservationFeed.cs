using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds.CentralObservation;

/// <summary>The CDC's list of people under central observation (集中观察), a nightly file; whoever is released stands in it with a row of their own.</summary>
internal sealed class CentralObservationFeed : Feed
{
    public const string Name = "central-observation";

    public static readonly CentralObservationFeed Instance = new();

    private const int MaxDays = 400;
    private static readonly byte[][] States = ["observed"u8.ToArray(), "released"u8.ToArray()];

    public override string Code => Name;

    public override string Role => "CDC";

    public override bool IsList => true;

    public override IReadOnlyList<FeedColumn> Columns { get; } =
        [FeedColumn.Name, FeedColumn.Kind, FeedColumn.Number, FeedColumn.State, FeedColumn.Reason, new("时间", "at"), FeedColumn.Authority];

    public override RowFaultKind? Merge(ref SnapshotValue first, in SnapshotValue second)
    {
        if (first.State != second.State) return RowFaultKind.PersonTwice;
        if (second.At < first.At) first = second;
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
        // Whoever is released from central observation is under home observation first.
        var to = row.State == (byte)ListState.Observed ? HealthStatus.CentralObservation : HealthStatus.HomeObservation;
        if (ReasonCell.Read(cells[column], to, out var reason) is { } fault) return fault;
        row.Reason = reason;
        column++;
        if (TimeCell.ReadPast(cells[column], context.Now, MaxDays, out var at) is { } time) return time;
        row.At = at;
        column++;
        var office = context.Authorities.Read(cells[column], context, Role, out var index);
        row.Authority = index;
        return office;
    }
}
