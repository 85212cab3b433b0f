namespace HealthBao.Adapters.Files;

/// <summary>Either a sound row, or the first column (counted from 1) that is not.</summary>
public readonly record struct RowReading
{
    private RowReading(NightlyRow? row, int badColumn) => (Row, BadColumn) = (row, badColumn);

    public NightlyRow? Row { get; }

    public int BadColumn { get; }

    public static RowReading Sound(NightlyRow row) => new(row, 0);

    public static RowReading Bad(int column) => new(null, column);
}
