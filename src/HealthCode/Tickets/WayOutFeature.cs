using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Enquiry;
using HealthBao.HealthCode.Sessions;

namespace HealthBao.HealthCode.Tickets;

/// <summary><c>GET /v1/me/nothing-held</c>: why a person's status opens no door, what to do, who decides, whom to call, and the requests that are open.</summary>
internal sealed class WayOutFeature(SessionGate sessions, OwnStatus own, TicketBook book, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/me/nothing-held", (HttpContext http, WayOutFeature feature) => feature.GetAsync(http));

    private async Task<IResult> GetAsync(HttpContext http)
    {
        if (sessions.Enter(http) is not { } session) return sessions.RefusalOf(http);
        var now = clock.GetUtcNow();
        var said = await own.OfAsync(session);
        return Answer.Json(http, new
        {
            Status = said.Status.Code(),
            Words = said.Status.Words(),
            Rule = said.Rule.Id,
            WayOut = WaysOut.Of(said),
            Tickets = book.Of(session.Person.Lasting).Where(t => !t.IsDecided).Select(t => new { t.Number, Kind = t.Kind.Code, State = t.StateAt(now), DueAt = ShanghaiDay.Format(t.Due) }),
        });
    }
}
