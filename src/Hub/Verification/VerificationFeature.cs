using System.Buffers;
using System.Text.Json;
using HealthBao.Contracts.Problems;
using HealthBao.Hub.Audit;
using HealthBao.Hub.Limits;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Telemetry;

namespace HealthBao.Hub.Verification;

/// <summary><c>POST /v1/verifications</c>: one question, one answer. A refused pass is an answer; only a bad request is a problem.</summary>
internal static class VerificationFeature
{
    [ThreadStatic] private static ArrayBufferWriter<byte>? answerBuffer;
    [ThreadStatic] private static Utf8JsonWriter? answerWriter;

    // The hot path takes its services once, at start: asking the request for them would make a scope every time.
    public static void MapVerifications(this WebApplication app)
    {
        var gate = app.Services.GetRequiredService<PartnerGate>();
        var native = app.Services.GetRequiredService<NativeCodes>();
        var verify = app.Services.GetRequiredService<VerifyPass>();
        var audit = app.Services.GetRequiredService<AuditLog>();
        var meters = app.Services.GetRequiredService<HubMeters>();
        var holders = app.Services.GetRequiredService<HolderWatch>();
        app.MapPost("/v1/verifications", http => VerifyAsync(http, gate, native, verify, holders, audit, meters));
        app.MapBatch();
    }

    private static async Task VerifyAsync(HttpContext http, PartnerGate gate, NativeCodes native, VerifyPass verify, HolderWatch holders, AuditLog audit, HubMeters meters)
    {
        var start = TimeProvider.System.GetTimestamp();
        if (await gate.AdmitAsync(http, Scopes.Verify, CallKind.Verify) is not { } partner) return;
        if (await Bodies.HoldAsync(http, "application/json") is not { } body) return;
        VerificationRequest? request;
        RequestBody? faulty;
        using (body) request = VerificationRequest.Read(body.Bytes, out faulty);
        if (request is null)
        {
            await http.WriteFaultsAsync(faulty!);
            return;
        }

        var home = native.HomeOf(request.Pass);
        var result = home is not null ? await native.VerifyAsync(request, home, http.RequestAborted) : verify.Verify(request);
        var id = NewId();
        var entry = AuditedVerification.Of(AuditKind.Verification, partner.ClientId, id, result, request.Scene);
        await (holders.Note(entry) is { } alarm ? audit.AppendAsync(entry, alarm) : audit.AppendAsync(entry));
        Write(http, result, id);
        var call = home is null ? HubCalls.Verification : HubCalls.NativeCode;
        meters.Told(result, call);
        meters.Answered(call, TimeProvider.System.GetElapsedTime(start));
    }

    /// <summary>Writes the answer whole, with its length, so that it leaves in one piece.</summary>
    public static void Write(HttpContext http, VerificationResult result, string id, Action<Utf8JsonWriter>? more = null)
    {
        var buffer = answerBuffer ??= new(4096);
        buffer.ResetWrittenCount();
        var writer = answerWriter ??= new(buffer, VerificationJson.Options);
        writer.Reset(buffer);
        VerificationJson.Write(writer, result, id, more);
        writer.Flush();
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = buffer.WrittenCount;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.BodyWriter.Write(buffer.WrittenSpan);
    }

    public static string NewId() => Guid.NewGuid().ToString("N");
}
