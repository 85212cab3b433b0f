namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>A registration that was counted and not stored.</summary>
/// <param name="Fault">The code of what is wrong.</param>
/// <param name="Division">12 digits, or 0 where the row names none.</param>
/// <param name="Name">Masked, or empty.</param>
/// <param name="Number">Masked, or empty.</param>
internal sealed record RejectedRow(long Line, int Column, string Fault, long Division, string Name, string Number)
{
    public override string ToString() => $"{Line} {Fault}";
}
