namespace HealthBao.HealthCode.Tickets;

/// <summary>What an office wants to see of its requests.</summary>
/// <param name="Divisions">Of 12 digits.</param>
/// <param name="Office">The calling office's kind.</param>
/// <param name="State">One state; null for all that are undecided.</param>
/// <param name="After">The last one of the page before.</param>
internal sealed record DeskQuery((long First, long Last) Divisions, string Office, string? State, Ticket? After, int Limit);
