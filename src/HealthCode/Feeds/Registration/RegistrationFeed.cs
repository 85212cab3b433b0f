using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds.Registration;

/// <summary>
/// The communities' registration of residents and returners (京心相助), the whole register in one file. A row that is counted and not
/// stored goes on the list of its community: tomorrow that person would read “暂无您的防疫信息”.
/// </summary>
internal sealed class RegistrationFeed : Feed
{
    public const string Name = "registration";

    /// <summary>Two rows register the person under different names.</summary>
    public const ushort Contradiction = 1;

    public static readonly RegistrationFeed Instance = new();

    private const int MaxDays = 3660;

    private static readonly byte[][] Categories =
        ["resident"u8.ToArray(), "returner"u8.ToArray(), "commuter"u8.ToArray(), "elsewhere"u8.ToArray(), "transit"u8.ToArray()];

    public override string Code => Name;

    public override string Role => "COMMUNITY";

    // Of 1.34 million rows 0.57 million were once stored; the others did not spoil these.
    public override double Tolerance => 1;

    public override double MaxShrink => 0.1;

    public override bool HasFollowUp => true;

    public override IReadOnlyList<FeedColumn> Columns { get; } =
        [FeedColumn.Name, FeedColumn.Kind, FeedColumn.Number, new("登记类别", "category"), new("社区代码", "division"), new("登记时间", "at")];

    // The latest registration counts. Two names for one number contradict each other, whichever is later.
    public override RowFaultKind? Merge(ref SnapshotValue first, in SnapshotValue second)
    {
        var flags = (ushort)(first.Flags | second.Flags | (first.Name == second.Name ? 0 : Contradiction));
        if (second.At > first.At) first = second;
        first = first with { Flags = flags };
        return null;
    }

    protected override RowFaultKind? ReadOwn(RowCells cells, RowContext context, FeedRow row, out int column)
    {
        column = Own;
        if (cells[column].IsEmpty) return RowFaultKind.CategoryMissing;
        var category = CodeOf(cells[column], Categories);
        if (category < 0) return RowFaultKind.CategoryUnknown;
        row.State = (byte)(category + 1);
        column++;
        if (DivisionCell.Read(cells[column], context.Region, out var division) is { } place) return place;
        row.Division = division;
        if (context.Office is { } office && !DivisionCell.Format(division).StartsWith(DivisionCell.ScopeOf(office.Division), StringComparison.Ordinal)) return RowFaultKind.AuthorityScope;
        column++;
        var fault = TimeCell.ReadPast(cells[column], context.Now, MaxDays, out var at);
        row.At = at;
        return fault;
    }
}
