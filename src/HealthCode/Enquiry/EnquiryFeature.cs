using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Native;
using HealthBao.HealthCode.Sessions;

namespace HealthBao.HealthCode.Enquiry;

/// <summary><c>GET /v1/me/status</c>: a person's own status. <c>POST /v1/me/code</c>: the content of the person's own QR, good for two minutes.</summary>
internal sealed class EnquiryFeature(SessionGate gate, OwnStatus own, NativeCodes codes)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/me/status", (HttpContext http, EnquiryFeature feature) => feature.StatusAsync(http));
        routes.MapPost("/v1/me/code", (HttpContext http, EnquiryFeature feature) => feature.Code(http));
    }

    private async Task<IResult> StatusAsync(HttpContext http) =>
        gate.Enter(http) is { } session ? Answer.Json(http, StatusReply.Of(session, await own.OfAsync(session))) : gate.RefusalOf(http);

    private IResult Code(HttpContext http)
    {
        if (gate.Enter(http) is not { } session) return gate.RefusalOf(http);
        var code = codes.Issue(session.Person, session.Identity);
        return Answer.Json(http, new { NativeCode = code.Content, Seconds = (int)NativeCodes.Life.TotalSeconds, Until = ShanghaiDay.Format(code.Until) });
    }
}
