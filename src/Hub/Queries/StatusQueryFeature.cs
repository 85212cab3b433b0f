using System.Text.Json;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Audit;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Telemetry;
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

    private static async Task QueryAsync(HttpContext http, AskRegions ask, TrustSource trust, AuditLog audit, HubMeters meters)
    {
        var start = TimeProvider.System.GetTimestamp();
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

        if (query.Region is { } region && trust.Current.Snapshot.FindRegion(region) is null)
        {
            var unknown = new RegionReply(region, VerificationResult.CannotTell(query.Destination, VerdictReasons.Of("issuer-not-trusted")), null);
            await AnswerAsync(http, unknown, null, query, partner, audit);
            meters.Told(unknown.Result, HubCalls.StatusQuery);
            return;
        }

        var replies = await ask.AskAsync(query, http.RequestAborted);
        if (replies.Count == 0)
        {
            await http.WriteProblemAsync(new(ProblemType.Unavailable, "No region has joined this hub yet."));
            return;
        }

        var answer = query.Region is null ? Consensus.Of(replies, query.Destination) : replies[0];
        await AnswerAsync(http, answer, query.Region is null ? replies : null, query, partner, audit);
        meters.Told(answer.Result, HubCalls.StatusQuery);
        meters.Answered(HubCalls.StatusQuery, TimeProvider.System.GetElapsedTime(start));
    }

    private static async Task AnswerAsync(HttpContext http, RegionReply answer, IReadOnlyList<RegionReply>? all, StatusQuery query, Partner partner, AuditLog audit)
    {
        var entry = Entry(answer, query, partner);
        var each = (all ?? []).Select(r => (Reply: r, Entry: Entry(r, query, partner))).ToArray();
        await audit.AppendAsync([entry, .. each.Select(e => e.Entry)]);
        VerificationFeature.Write(http, answer.Result, entry.Id!, writer =>
        {
            WritePass(writer, answer.Pass);
            if (all is not null) WriteAll(writer, each);
        });
    }

    private static AuditEntry Entry(RegionReply reply, StatusQuery query, Partner partner) =>
        AuditedVerification.Of(AuditKind.StatusQuery, partner.ClientId, VerificationFeature.NewId(), reply.Result, query.Scene) with { Purpose = StatusQuery.EpidemicControl };

    private static void WriteAll(Utf8JsonWriter writer, (RegionReply Reply, AuditEntry Entry)[] all)
    {
        writer.WriteStartArray("answers");
        foreach (var (reply, entry) in all)
            VerificationJson.Write(writer, reply.Result, entry.Id!, w => WritePass(w, reply.Pass));

        writer.WriteEndArray();
    }

    private static void WritePass(Utf8JsonWriter writer, SignedPass? pass)
    {
        writer.WriteString("pass", pass?.Api);
        writer.WriteString("card", pass?.Card);
        writer.WriteString("qr", pass?.Qr);
    }
}
