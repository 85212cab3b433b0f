namespace HealthBao.Hub.Trust;

/// <summary>One row whose number grows with every change of the register; nodes watch it.</summary>
public sealed class RevisionRow
{
    public const int TheRow = 1;

    public int Id { get; set; } = TheRow;

    public long Number { get; set; }
}
