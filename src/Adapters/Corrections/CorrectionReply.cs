using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Corrections;

/// <summary>A request for correction as its traveller and its desk see it.</summary>
/// <param name="State"><c>open</c>, <c>in-work</c>, <c>overdue</c> or <c>decided</c>.</param>
/// <param name="Outcome"><c>granted</c> or <c>refused</c>; null until it is decided.</param>
internal sealed record CorrectionReply(string Ticket, string About, string State, string? Outcome, string CreatedAt, string DueAt)
{
    public static CorrectionReply Of(CorrectionTicket ticket, DateTimeOffset now)
    {
        var isDecided = CorrectionState.IsDecided(ticket.State);
        return new(
            ticket.Ticket, ticket.About, isDecided ? "decided" : ticket.Due <= now ? "overdue" : ticket.State, isDecided ? ticket.State : null,
            ShanghaiDay.Format(ticket.Created), ShanghaiDay.Format(ticket.Due));
    }
}
