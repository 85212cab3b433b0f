using System.Text.Json;
using HealthBao.Contracts.Pass;
using HealthBao.Hub.Audit;
using HealthBao.Hub.Limits;
using HealthBao.Hub.Telemetry;
using HealthBao.Hub.Verification;

namespace HealthBao.Hub.Queries;

/// <summary>Records what the regions said, waits for the floor and writes the answer: in that order, so that the time of recording is not told either.</summary>
internal sealed class AnswerQuery(QueryWatch watch, AnswerTime time, AuditLog audit, HubMeters meters)
{
    /// <param name="answer">What it comes to.</param>
    /// <param name="all">The regions side by side, where all were asked.</param>
    public async Task WriteAsync(QueryCall call, RegionReply answer, IReadOnlyList<RegionReply>? all = null)
    {
        var entry = Entry(answer, call);
        var each = (all ?? []).Select(r => (Reply: r, Entry: Entry(r, call))).ToArray();
        await audit.AppendAsync(watch.Note(entry, each.Select(e => e.Entry)));
        await time.WaitAsync(call.Since, call.Http.RequestAborted);
        VerificationFeature.Write(call.Http, answer.Result, entry.Id!, writer =>
        {
            WritePass(writer, answer.Pass);
            if (all is not null) WriteAll(writer, each);
        });
        meters.Told(answer.Result, HubCalls.StatusQuery);
        meters.Answered(HubCalls.StatusQuery, time.Since(call.Since));
    }

    private static AuditEntry Entry(RegionReply reply, QueryCall call) =>
        AuditedVerification.Of(AuditKind.StatusQuery, call.ClientId, VerificationFeature.NewId(), reply.Result, call.Scene) with { Purpose = StatusQuery.EpidemicControl };

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
