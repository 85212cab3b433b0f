namespace HealthBao.HealthCode.Tickets;

/// <summary>What came of a request: it is open, or was refused.</summary>
internal readonly record struct OpenedTicket(Ticket? Ticket, IResult? Refusal);
