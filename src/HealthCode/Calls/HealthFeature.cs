using System.Data.Common;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Storage;
using HealthBao.HealthCode.Tickets;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Calls;

/// <summary><c>GET /livez</c>, <c>GET /readyz</c>. Late feeds and overdue requests do not make this service unready, but are told.</summary>
internal sealed class HealthFeature(LastingStore lasting, GatherFacts facts, TicketBook tickets, IOptions<HealthCodeOptions> options, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", (HttpContext http, HealthFeature feature) => feature.Live(http));
        routes.MapGet("/readyz", (HttpContext http, HealthFeature feature) => feature.Ready(http));
    }

    private IResult Live(HttpContext http) => Answer.Json(http, new { status = "alive", region = options.Value.Region });

    private IResult Ready(HttpContext http)
    {
        var store = IsStoreReady();
        var today = ShanghaiDay.At(clock.GetUtcNow());
        var feeds = Feed.All.ToDictionary(f => f.Code, f => facts.IsLate(f, today) ? "late" : "here");
        var reply = new { status = store ? "ready" : "not-ready", region = options.Value.Region, store = store ? "ok" : "failing", feeds, tickets = store ? Tickets() : null };
        return Answer.Json(http, reply, store ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    // So that nobody's request is forgotten: how many wait, and how many longer than was promised.
    private object Tickets()
    {
        var (open, overdue) = tickets.Count();
        return new { open, overdue };
    }

    private bool IsStoreReady()
    {
        try
        {
            return lasting.Answers();
        }
        catch (DbException)
        {
            return false;
        }
    }
}
