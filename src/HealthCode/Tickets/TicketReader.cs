using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Sessions;

namespace HealthBao.HealthCode.Tickets;

/// <summary>Who may see one request: its person's session, the office that wrote it down, or whoever has its number and the end of the document.</summary>
internal sealed class TicketReader(TicketBook book, SessionGate sessions, OfficeGate offices)
{
    /// <summary>The last four characters of the document's number. A header: an address would stand in logs.</summary>
    public const string EndHeader = "X-HealthBao-Document-End";

    /// <summary>The request, or why it is not shown. An unknown number and a wrong end are told alike.</summary>
    /// <param name="office">The calling office, whose body is still to be compared with what it signed; null when a person calls.</param>
    public async Task<(Ticket? Ticket, CallingOffice? Office, IResult? Refusal)> FindAsync(HttpContext http, string number)
    {
        if (http.Request.Headers.ContainsKey(OfficeCall.OfficeHeader))
        {
            if (offices.Enter(http) is not { } office) return (null, null, OfficeGate.Refusal);
            return book.Find(number) is { Opener: { } opener } opened && OfficeLadder.IsSame(office.Code, opener) ? (opened, office, null) : (null, office, Refusals.NotFound);
        }

        if (http.Request.Headers[EndHeader] is [{ Length: 4 } end])
        {
            if (book.Find(number) is not { Person: not null } ticket) return (null, null, Refusals.NotFound);
            return await book.JudgeAsync(ticket, end) switch
            {
                null => (ticket, null, null),
                0 => (null, null, Refusals.NotFound),
                { } seconds => (null, null, new ProblemResult(new(ProblemType.TooManyRequests, "Too many wrong attempts; the session of the person still opens it."), seconds)),
            };
        }

        if (sessions.Enter(http) is not { } session) return (null, null, sessions.RefusalOf(http));
        return book.Find(number) is { Person: { } person } own && (person == session.Person.Lasting || session.Linked.Any(l => l.Person.Lasting == person))
            ? (own, null, null) : (null, null, Refusals.NotFound);
    }
}
