using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Audit;
using HealthBao.Hub.Limits;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Trust;
using HealthBao.Hub.Verification;

namespace HealthBao.Hub.Queries;

/// <summary>
/// <c>POST /v1/status-queries</c>: for people without a phone. Answers like a verification, with <c>pass</c>, <c>card</c> and <c>qr</c>; without
/// a region all are asked at once and stand side by side in <c>answers</c>. An unknown person and a wrong name are told alike, and in like time.
/// </summary>
internal static class StatusQueryFeature
{
    public static void MapStatusQueries(this IEndpointRouteBuilder app) => app.MapPost("/v1/status-queries", QueryAsync);

    private static async Task QueryAsync(HttpContext http, AskRegions ask, TrustSource trust, QueryRoom room, QueryBudget budget, AnswerTime time, AnswerQuery answer, AuditLog audit)
    {
        var since = time.Now();
        if (await Scopes.RequireAsync(http, Scopes.Query) is not { } partner) return;
        if (await Bodies.HoldAsync(http, "application/json") is not { } body) return;
        StatusQuery? asked;
        RequestBody read;
        using (body) asked = StatusQuery.Read(body.Bytes, out read);
        using var query = asked;
        if (query is null)
        {
            if (read.Faults.Any(f => f.Field == "purpose")) await audit.AppendAsync(new AuditEntry(AuditKind.PurposeRefused, partner.ClientId));
            await http.WriteFaultsAsync(read);
            return;
        }

        using var place = room.Enter();
        if (!place.IsAcquired)
        {
            await http.WriteProblemAsync(new(ProblemType.Unavailable, "As many status queries as the hub takes at once are under way; try again in a moment."));
            return;
        }

        if (!await BudgetProblems.PassAsync(http, await budget.SpendAsync(partner, http.RequestAborted))) return;
        var call = new QueryCall(http, partner.ClientId, query.Scene, since);
        if (query.Region is { } region && trust.Current.Snapshot.FindRegion(region) is null)
        {
            var unknown = new RegionReply(region, VerificationResult.CannotTell(query.Destination, VerdictReasons.Of("issuer-not-trusted")), null);
            await answer.WriteAsync(call, unknown);
            return;
        }

        var replies = await ask.AskAsync(query, http.RequestAborted);
        if (replies.Count == 0)
        {
            await http.WriteProblemAsync(new(ProblemType.Unavailable, "No region has joined this hub yet."));
            return;
        }

        if (query.Region is null) await answer.WriteAsync(call, Consensus.Of(replies, query.Destination), replies);
        else await answer.WriteAsync(call, replies[0]);
    }
}
