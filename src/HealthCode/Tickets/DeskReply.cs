using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Tickets;

/// <summary>A request as the desk sees it: the person masked.</summary>
/// <param name="About">The office whose decision it is about, which decides nothing here.</param>
/// <param name="Opener">The office that wrote it down, which decides nothing here.</param>
/// <param name="Rule">The rule that decided the person's status when it was opened.</param>
/// <param name="Reasons">With which reasons it can be decided.</param>
internal sealed record DeskReply(
    string Number, string Kind, Words KindWords, string State, Words StateWords, string OpenedAt, string DueAt, string Desk, string? About, string? Opener, string Rule,
    string? Name, string? DocumentType, string? DocumentNumber, string? Text, string? Category, string? Division, TripWords? Trip, int Evidence, string? Worker,
    DeskReasons Reasons, DecisionReply? Decision)
{
    public static DeskReply Of(Ticket ticket, TicketBook book, DateTimeOffset now)
    {
        var (state, words) = (ticket.StateAt(now), book.WordsOf(ticket));
        return new(
            ticket.Number, ticket.Kind.Code, ticket.Kind.Words, state, TicketState.WordsOf(state), ShanghaiDay.Format(ticket.Opened), ShanghaiDay.Format(ticket.Due), ticket.Desk.Value,
            ticket.About, ticket.Opener, ticket.Rule, words.Name, words.DocumentType, words.DocumentNumber, words.Text, words.Category, words.Division, words.Trip,
            book.EvidenceOf(ticket), ticket.Worker, DeskReasons.Of(ticket.Kind), DecisionReply.Of(ticket, book));
    }
}
