using HealthBao.HealthCode.Calls;

namespace HealthBao.HealthCode.Sessions;

/// <summary><c>POST /v1/sessions/end</c>: the person ends the session of this device.</summary>
internal sealed class SessionFeature(SessionGate gate, OpenSession sessions)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/sessions/end", (HttpContext http, SessionFeature feature) => feature.EndAsync(http));

    private async Task<IResult> EndAsync(HttpContext http)
    {
        if (gate.Know(http) is not { } known) return gate.UnknownOf(http);
        await sessions.EndAsync(known.Token);
        return Answer.Json(http, new { Ended = true });
    }
}
