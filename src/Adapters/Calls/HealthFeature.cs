using System.Data.Common;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Joining;

namespace HealthBao.Adapters.Calls;

/// <summary><c>GET /livez</c>, <c>GET /readyz</c>. A hub that is away does not make this service unready, but is told.</summary>
internal sealed class HealthFeature(RegionFolder region, DayKeys days, JoinState joining)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", (HttpContext http, HealthFeature feature) => feature.Live(http));
        routes.MapGet("/readyz", (HttpContext http, HealthFeature feature) => feature.Ready(http));
    }

    private IResult Live(HttpContext http) => Answer.Json(http, new { status = "alive", region = region.Code });

    private IResult Ready(HttpContext http)
    {
        var store = IsStoreReady();
        var reply = new { status = store ? "ready" : "not-ready", region = region.Code, store = store ? "ok" : "failing", hub = joining.WaitsFor ?? "joined" };
        return Answer.Json(http, reply, store ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private bool IsStoreReady()
    {
        try
        {
            return days.Today.Answers() && days.Tomorrow.Answers();
        }
        catch (DbException)
        {
            return false;
        }
    }
}
