using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds.Trips;

/// <summary>Trips of the last 14 days and whether the community has verified them. The office is named where it has.</summary>
internal sealed class TripsFeed : Feed
{
    public const string Name = "trips";

    /// <summary>An unverified trip came over a land port.</summary>
    public const ushort LandPort = 1;

    public static readonly TripsFeed Instance = new();

    /// <summary>How long a trip matters.</summary>
    public const int Days = 14;

    private const long Seconds = Days * 24L * 60 * 60;
    private const int MaxPlace = 64;
    private static readonly byte[][] Modes = ["rail"u8.ToArray(), "air"u8.ToArray(), "road"u8.ToArray(), "other"u8.ToArray(), "land-port"u8.ToArray()];
    private static readonly byte[][] Checks = ["declared"u8.ToArray(), "verified"u8.ToArray(), "refuted"u8.ToArray()];

    public override string Code => Name;

    public override string Role => "COMMUNITY";

    public override double Tolerance => 0.001;

    public override double MaxShrink => 1;

    public override IReadOnlyList<FeedColumn> Columns { get; } =
    [
        FeedColumn.Name, FeedColumn.Kind, FeedColumn.Number, new("出发地", "origin"), new("到达地", "destination"), new("日期", "date"),
        new("方式", "mode"), new("核验", "check"), new("核验机构", "authority"),
    ];

    // One unverified trip is enough; of those that are verified the latest says until when.
    public override RowFaultKind? Merge(ref SnapshotValue first, in SnapshotValue second)
    {
        var worst = Rank(second) > Rank(first) || (Rank(second) == Rank(first) && second.At > first.At) ? second : first;
        first = worst with { Flags = (ushort)(first.Flags | second.Flags) };
        return null;
    }

    protected override RowFaultKind? ReadOwn(RowCells cells, RowContext context, FeedRow row, out int column)
    {
        for (column = Own; column < Own + 2; column++)
            if (cells[column].IsEmpty || cells[column].Length > MaxPlace)
                return cells[column].IsEmpty ? RowFaultKind.DivisionMissing : RowFaultKind.DivisionFormat;

        if (TimeCell.ReadPast(cells[column], context.Now, 2 * Days, out var at) is { } time) return time;
        (row.At, row.Until) = (at, at + Seconds);
        column++;
        var mode = CodeOf(cells[column], Modes);
        if (mode < 0) return RowFaultKind.ModeUnknown;
        column++;
        var check = CodeOf(cells[column], Checks);
        if (check < 0) return RowFaultKind.CheckUnknown;
        row.State = (byte)(check + 1);
        if (row.State != (byte)TripCheck.Verified && mode == Modes.Length - 1) row.Flags = LandPort;
        column++;
        if (row.State == (byte)TripCheck.Declared && cells[column].IsEmpty) return null;
        var office = context.Authorities.Read(cells[column], context, Role, out var index);
        row.Authority = index;
        return office;
    }

    private static int Rank(in SnapshotValue value) => (TripCheck)value.State switch { TripCheck.Refuted => 2, TripCheck.Declared => 1, _ => 0 };
}
