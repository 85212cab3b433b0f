using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Tickets;

/// <summary>How a request was decided.</summary>
/// <param name="Reason">A code of the closed list.</param>
/// <param name="Text">In the desk's words.</param>
/// <param name="Office">Who decided.</param>
internal sealed record DecisionReply(bool Granted, string Reason, Words ReasonWords, string? Text, string Office, string At)
{
    public static DecisionReply? Of(Ticket ticket, TicketBook book) =>
        ticket is { Decided: { } at, Reason: { } reason, Worker: { } office } ? new(reason.Grants, reason.Code, reason.Words, book.AnswerOf(ticket), office, ShanghaiDay.Format(at)) : null;
}
