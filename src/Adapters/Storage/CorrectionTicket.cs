namespace HealthBao.Adapters.Storage;

/// <summary>A request for correction as the region's desk keeps it: what it is about and by when an answer is due, not whose it is.</summary>
internal sealed record CorrectionTicket(string Ticket, string About, DateTimeOffset Created, DateTimeOffset Due, string State);
