namespace HealthBao.HealthCode.Dependants;

/// <summary>That a person may ask about another.</summary>
/// <param name="Id">What the relation is called in calls.</param>
/// <param name="Mask">Sealed: the other's mask.</param>
/// <param name="By"><c>consent</c>, or the office whose word it is.</param>
internal sealed record Dependant(string Id, byte[] Mask, string By, DateTimeOffset At)
{
    public override string ToString() => "dependant";
}
