using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.Feeds.Importing;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds;

/// <summary><c>GET /v1/feeds</c> and <c>GET /v1/feeds/{feed}</c>: what is in force, what is late, how far an import is, and the last reports.</summary>
internal sealed class FeedStateFeature(OfficeGate gate, FeedsInForce inForce, FeedImport import, GatherFacts facts, LastingStore lasting, TimeProvider clock)
{
    private const int Reports = 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/feeds", (HttpContext http, FeedStateFeature feature) => feature.All(http));
        routes.MapGet("/v1/feeds/{feed}", (string feed, HttpContext http, FeedStateFeature feature) => feature.One(feed, http));
    }

    private IResult All(HttpContext http) =>
        gate.Enter(http) is null ? OfficeGate.Refusal : Answer.Json(http, new { Feeds = Feed.All.Select(f => State(f, [])) });

    private IResult One(string feed, HttpContext http)
    {
        if (gate.Enter(http) is null) return OfficeGate.Refusal;
        return Feed.Find(feed) is { } known ? Answer.Json(http, State(known, lasting.Read(c => ReportTable.Of(c, feed, Reports)))) : Refusals.NotFound;
    }

    private object State(Feed feed, IReadOnlyList<System.Text.Json.JsonElement> reports)
    {
        var today = ShanghaiDay.At(clock.GetUtcNow());
        var file = inForce.Of(feed.Code, today);
        return new
        {
            Feed = feed.Code,
            State = facts.IsLate(feed, today) ? "late" : "here",
            InForce = file is null ? null : new { file.File, Day = file.Day.Compact, file.People, Since = ShanghaiDay.Format(file.At) },
            Running = import.Running.GetValueOrDefault(feed.Code) is { } running
                ? new { running.File, running.Phase, running.Percent, running.Bytes, running.TotalBytes, running.Rows, running.Loaded, Started = ShanghaiDay.Format(running.Started) }
                : null,
            Reports = reports.Count == 0 ? null : reports,
        };
    }
}
