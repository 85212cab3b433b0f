using System.Data.Common;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Joining;
using HealthBao.Adapters.Telemetry;
using Polly.CircuitBreaker;

namespace HealthBao.Adapters.Calls;

/// <summary><c>GET /livez</c>, <c>GET /readyz</c>. A hub that is away, or a failing system of the region, does not make this service unready, but is told.</summary>
internal sealed class HealthFeature(RegionFolder region, DayKeys days, JoinState joining, SourceBreaker source)
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
        var reply = new
        {
            status = store ? "ready" : "not-ready",
            region = region.Code,
            store = store ? "ok" : "failing",
            hub = joining.WaitsFor ?? "joined",
            source = SourceState,
        };
        return Answer.Json(http, reply, store ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private string SourceState => source.Provider.CircuitState == CircuitState.Closed ? "asked" : "circuit breaker open";

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
