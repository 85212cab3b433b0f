using System.Text.Json;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Trust;
using HealthBao.Hub.Verification;

namespace HealthBao.Hub.Queries;

/// <summary>
/// <c>POST /v1/status-queries</c>: for people without a phone. Answers like a verification, with <c>pass</c>, <c>card</c> and <c>qr</c>; without
/// a region all are asked at once and stand side by side in <c>answers</c>. An unknown person and a wrong name are told alike.
/// </summary>
internal static class StatusQueryFeature
{
    public static void MapStatusQueries(this IEndpointRouteBuilder app) => app.MapPost("/v1/status-queries", QueryAsync);

    private static async Task QueryAsync(HttpContext http, AskRegions ask, TrustSource trust)
    {
        if (await Scopes.RequireAsync(http, Scopes.Query) is null) return;
        if (await Bodies.ReadAsync(http, "application/json") is not { } body) return;
        if (StatusQuery.Read(body, out var read) is not { } query)
        {
            await http.WriteFaultsAsync(read);
            return;
        }

        if (query.Region is { } region && trust.Current.Snapshot.FindRegion(region) is null)
        {
            VerificationFeature.Write(http, VerificationResult.CannotTell(query.Destination, VerdictReasons.Of("issuer-not-trusted")), writer => WritePass(writer, null));
            return;
        }

        var replies = await ask.AskAsync(query, http.RequestAborted);
        if (replies.Count == 0)
        {
            await http.WriteProblemAsync(new(ProblemType.Unavailable, "No region has joined this hub yet."));
            return;
        }

        var answer = query.Region is null ? Consensus.Of(replies, query.Destination) : replies[0];
        VerificationFeature.Write(http, answer.Result, writer => WriteMore(writer, answer, query.Region is null ? replies : null));
    }

    private static void WriteMore(Utf8JsonWriter writer, RegionReply answer, IReadOnlyList<RegionReply>? all)
    {
        WritePass(writer, answer.Pass);
        if (all is null) return;
        writer.WriteStartArray("answers");
        foreach (var reply in all)
            VerificationJson.Write(writer, reply.Result, VerificationFeature.NewId(), w => WritePass(w, reply.Pass));

        writer.WriteEndArray();
    }

    private static void WritePass(Utf8JsonWriter writer, SignedPass? pass)
    {
        writer.WriteString("pass", pass?.Api);
        writer.WriteString("card", pass?.Card);
        writer.WriteString("qr", pass?.Qr);
    }
}
