using System.Security.Cryptography;
using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Tickets;

/// <summary>
/// <c>GET /v1/desk/tickets</c>, <c>GET /v1/desk/tickets/{number}</c>, <c>GET …/evidence/{piece}</c>, <c>POST /v1/desk/tickets/{number}</c>: the
/// desk. An office sees the requests of its own division and those below it; the health office those of all offices there.
/// </summary>
internal sealed class DeskFeature(OfficeGate gate, TicketBook book, DecideTicket decide, LastingStore lasting, TimeProvider clock)
{
    private const int Usual = 50;
    private const int Most = 200;
    private static readonly string[] Decisions = ["take", "grant", "refuse"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/desk/tickets", (HttpContext http, DeskFeature feature) => feature.Get(http));
        routes.MapGet("/v1/desk/tickets/{number}", (string number, HttpContext http, DeskFeature feature) => feature.GetOne(number, http));
        routes.MapGet("/v1/desk/tickets/{number}/evidence/{piece:int}", (string number, int piece, HttpContext http, DeskFeature feature) => feature.GetEvidence(number, piece, http));
        routes.MapPost("/v1/desk/tickets/{number}", (string number, HttpContext http, DeskFeature feature) => feature.PostAsync(number, http));
    }

    private IResult Get(HttpContext http)
    {
        if (gate.Enter(http) is not { } office) return OfficeGate.Refusal;
        var (state, typed, size) = ((string?)http.Request.Query["state"], (string?)http.Request.Query["after"], (string?)http.Request.Query["limit"]);
        var limit = Usual;
        if ((state is not null && !TicketState.All.Contains(state)) || (typed is not null && book.Find(typed) is null)
            || (size is not null && (!int.TryParse(size, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out limit) || limit is < 1 or > Most)))
            return Refusals.Of(ProblemType.BadRequest, $"state is one of {string.Join(", ", TicketState.All)}; after is a request's number; limit lies between 1 and {Most}.");
        var query = new DeskQuery(DivisionCell.RangeOf(office.Code.Division), office.Code.Office, state, typed is null ? null : book.Find(typed), limit + 1);
        var now = clock.GetUtcNow();
        var (page, count) = lasting.Read(c => (TicketTable.Page(c, query, now), TicketTable.Count(c, now, query.Divisions, query.Office)));
        return Answer.Json(http, new
        {
            count.Open,
            count.Overdue,
            Tickets = page.Take(limit).Select(t => DeskReply.Of(t, book, now)),
            Next = page.Count > limit ? page[limit - 1].Number : null,
        });
    }

    private IResult GetOne(string number, HttpContext http)
    {
        if (gate.Enter(http) is not { } office) return OfficeGate.Refusal;
        return Find(number, office) is { } ticket ? Answer.Json(http, DeskReply.Of(ticket, book, clock.GetUtcNow())) : Refusals.NotFound;
    }

    private IResult GetEvidence(string number, int piece, HttpContext http)
    {
        if (gate.Enter(http) is not { } office) return OfficeGate.Refusal;
        if (Find(number, office) is not { } ticket || book.EvidenceOf(ticket, piece) is not { } found) return Refusals.NotFound;
        // A paper that somebody else made is looked at, never run.
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.Bytes(found.Bytes, found.Kind, $"evidence-{piece}");
    }

    private async Task<IResult> PostAsync(string number, HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (gate.Enter(http) is not { } office || !office.IsOf(SHA256.HashData(received.Bytes))) return OfficeGate.Refusal;
        if (Find(number, office) is not { } ticket) return Refusals.NotFound;
        var body = RequestBody.Parse(received.Bytes);
        var decision = body.Code("decision", Decisions);
        var isTaken = decision == "take";
        var reason = isTaken ? null : TicketReason.Find(body.Code("reason", [.. TicketReason.CodesFor(ticket.Kind, decision == "grant")]));
        var text = isTaken ? null : body.Text("text", TicketFeature.MaxText);
        if (!body.End() || (!isTaken && (reason is null || text is null))) return Refusals.BadRequest(body);
        if (await decide.RunAsync(ticket, office, reason, text) is { } refused) return refused;
        return Answer.Json(http, DeskReply.Of(book.Find(ticket.Number)!, book, clock.GetUtcNow()));
    }

    private Ticket? Find(string number, CallingOffice office) =>
        book.Find(number) is { } ticket && office.Covers(ticket.Desk.Division) && (office.Code.Office == ticket.Desk.Office || office.Code.Office == OfficeLadder.Health) ? ticket : null;
}
