using System.Security.Cryptography;
using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Problems;

namespace HealthBao.HealthCode.Feeds.Reporting;

/// <summary><c>POST /v1/feeds/{feed}/rows</c>: one row by call, from an office of the feed's kind and about its own division. In force at once.</summary>
internal sealed class ReportFeature(OfficeGate gate, TakeReport take)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/feeds/{feed}/rows", (string feed, HttpContext http, ReportFeature feature) => feature.PostAsync(feed, http));

    private async Task<IResult> PostAsync(string feed, HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (gate.Enter(http) is not { } office || !office.IsOf(SHA256.HashData(received.Bytes))) return OfficeGate.Refusal;
        if (Feed.Find(feed) is not { } known) return Refusals.NotFound;
        if (office.Code.Office != known.Role) return Refusals.Of(ProblemType.Forbidden, $"This feed is reported by an office of kind {known.Role}.");
        var body = RequestBody.Parse(received.Bytes);
        if (await take.TakeAsync(known, body, office.Code) is not { } outcome) return Refusals.BadRequest(body);
        return Answer.Json(http, new { outcome.Number, State = outcome.Batch is null ? "in-force" : "held", outcome.Batch });
    }
}
