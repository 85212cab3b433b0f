namespace HealthBao.HealthCode.Tickets;

/// <summary>A trip as it was declared, for the desk that verifies it.</summary>
internal sealed record TripWords(string Origin, string Destination, string Date, string Mode)
{
    public override string ToString() => "trip";
}
