using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Sessions;
using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Tickets;

/// <summary>
/// <c>POST /v1/tickets</c>, <c>GET /v1/tickets/{number}</c>, <c>GET /v1/me/tickets</c>: a person asks for registration, correction, the
/// verification of a trip, or appeals; by the session, or through an office.
/// </summary>
internal sealed class TicketFeature(
    AskerGate askers, SessionGate sessions, TicketReader reader, TicketBook book, OpenTicket open, IOptions<HealthCodeOptions> options, TimeProvider clock)
{
    public const int MaxText = 500;

    private const int MaxDivision = 12;
    private static readonly string[] Categories = ["resident", "returner", "commuter"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/tickets", (HttpContext http, TicketFeature feature) => feature.PostAsync(http));
        routes.MapGet("/v1/tickets/{number}", (string number, HttpContext http, TicketFeature feature) => feature.GetAsync(number, http));
        routes.MapGet("/v1/me/tickets", (HttpContext http, TicketFeature feature) => feature.GetMine(http));
    }

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        var body = RequestBody.Parse(received.Bytes);
        var asker = askers.Enter(http, received.Bytes, body, out var refused);
        if (refused is not null) return refused;
        var kind = body.Code("kind", TicketKind.Codes);
        var isRegistration = kind == TicketKind.Registration.Code;
        var (division, category) = (Division(body, isRegistration), body.Code("category", Categories, required: false));
        var text = body.Text("text", MaxText, required: false);
        if (category is not null && !isRegistration) body.Fault("category", "unknown-member", "Only a request for registration has a category.");
        if (!body.End() || asker is null || kind is null) return Refusals.BadRequest(body);
        var words = new TicketWords(
            asker.Identity.Name.ToString(), Contracts.Identity.DocumentTypes.Code(asker.Identity.DocumentType), asker.Identity.DocumentNumber, text,
            isRegistration ? category ?? Categories[0] : null, division, null);
        return Told(http, await open.OpenAsync(asker, TicketKind.Of(kind), words));
    }

    private IResult Told(HttpContext http, OpenedTicket opened)
    {
        if (opened.Ticket is not { } ticket) return opened.Refusal!;
        http.Response.Headers.Location = "/v1/tickets/" + ticket.Number;
        return Answer.Json(http, Reply(ticket), StatusCodes.Status201Created);
    }

    private async Task<IResult> GetAsync(string number, HttpContext http)
    {
        if (!TicketNumber.TryRead(number, out _))
            return Refusals.Of(ProblemType.BadRequest, "The number has 13 characters such as ABCD-EFGH-JKLM-N and its last one does not fit: it was mistyped.（编号有误，请核对）");
        var (ticket, _, refusal) = await reader.FindAsync(http, number);
        return ticket is null ? refusal! : Answer.Json(http, Reply(ticket));
    }

    private IResult GetMine(HttpContext http)
    {
        if (sessions.Enter(http) is not { } session) return sessions.RefusalOf(http);
        var tickets = session.Linked.Select(l => l.Person.Lasting).Prepend(session.Person.Lasting).SelectMany(book.Of).ToList();
        return Answer.Json(http, new { Tickets = tickets.Select(Reply) });
    }

    private TicketReply Reply(Ticket ticket) => TicketReply.Of(ticket, book, options.Value.Telephone, clock.GetUtcNow());

    private string? Division(RequestBody body, bool required)
    {
        if (body.Text("division", MaxDivision, required) is not { } division) return null;
        if (!division.All(char.IsAscii) || DivisionCell.Read(System.Text.Encoding.ASCII.GetBytes(division), options.Value.Region, out _) is not null)
            return body.Fault("division", "not-a-division", "It must be a division of this region with 6, 9 or 12 digits.");
        return division;
    }
}
