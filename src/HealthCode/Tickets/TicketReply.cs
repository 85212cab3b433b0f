using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Tickets;

/// <summary>A request as its person sees it.</summary>
/// <param name="Number">What to write down; with the last four characters of the document it shows the request to whoever has both.</param>
/// <param name="Desk">The office that decides.</param>
/// <param name="Evidence">How many pieces are attached.</param>
/// <param name="Decision">Null until it is decided.</param>
internal sealed record TicketReply(
    string Number, string Kind, Words KindWords, string State, Words StateWords, string OpenedAt, string DueAt, string Desk, string Telephone, int Evidence, DecisionReply? Decision)
{
    public static TicketReply Of(Ticket ticket, TicketBook book, string telephone, DateTimeOffset now)
    {
        var state = ticket.StateAt(now);
        return new(
            ticket.Number, ticket.Kind.Code, ticket.Kind.Words, state, TicketState.WordsOf(state), ShanghaiDay.Format(ticket.Opened), ShanghaiDay.Format(ticket.Due), ticket.Desk.Value, telephone,
            book.EvidenceOf(ticket), DecisionReply.Of(ticket, book));
    }
}
