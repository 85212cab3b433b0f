namespace HealthBao.HealthCode.Feeds.FollowUp;

/// <summary>Somebody who was counted and not registered, as the community may see it.</summary>
/// <param name="Fault">The code of what is wrong with the row.</param>
/// <param name="Division">12 digits, or 0 where the row names none: then it is the region's own office that follows up.</param>
/// <param name="Name">Masked, or empty.</param>
/// <param name="Number">Masked, or empty.</param>
internal sealed record FollowUpItem(long Id, long Line, int Column, string Fault, long Division, string Name, string Number)
{
    public override string ToString() => $"{Line} {Fault}";
}
