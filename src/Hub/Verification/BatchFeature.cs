using System.Buffers;
using System.IO.Pipelines;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Audit;
using HealthBao.Hub.Limits;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Privacy;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace HealthBao.Hub.Verification;

/// <summary>
/// <c>POST /v1/verifications/batch</c>: NDJSON in, the same order out, streamed: no more is read than has been answered. A bad line
/// yields one <c>malformed</c> line. Native code contents are not exchanged here.
/// </summary>
internal static class BatchFeature
{
    public const string MediaType = "application/x-ndjson";

    // Answered and recorded together: one commit of the audit log for all of them.
    private const int Together = 128;

    public static void MapBatch(this IEndpointRouteBuilder app) => app.MapPost("/v1/verifications/batch", RunAsync);

    private static async Task RunAsync(HttpContext http, VerifyPass verify, HolderWatch holders, AuditLog audit, HubMeters meters)
    {
        if (await Scopes.RequireAsync(http, Scopes.Verify, CallKind.Batch) is not { } partner) return;
        if (http.Request.ContentType?.Split(';')[0].Trim().Equals(MediaType, StringComparison.OrdinalIgnoreCase) != true)
        {
            await http.WriteProblemAsync(new(ProblemType.UnsupportedMediaType, $"Send the body as {MediaType}."));
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        http.Response.ContentType = MediaType;
        http.Response.Headers.CacheControl = "no-store";
        using var answers = new BatchAnswers(http.Response.BodyWriter, holders, audit, meters, partner.ClientId);
        await AnswerAsync(http.Request.BodyReader, answers, verify, http.RequestAborted);
    }

    private static async Task AnswerAsync(PipeReader input, BatchAnswers answers, VerifyPass verify, CancellationToken cancellation)
    {
        var skipping = false;
        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            var buffer = read.Buffer;
            while (TryTakeLine(ref buffer, read.IsCompleted, out var line))
            {
                if (skipping) skipping = false;
                else AnswerLine(line, answers, verify);
                if (answers.Count >= Together) await answers.FlushAsync(cancellation);
            }

            // A line without an end in sight is answered once and the rest of it passed over, so that memory stays bounded.
            if (buffer.Length > Bodies.MaxBytes)
            {
                if (!skipping) answers.Add(TooLarge(), null);
                skipping = true;
                buffer = buffer.Slice(buffer.End);
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            await answers.FlushAsync(cancellation);
            if (read.IsCompleted) return;
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        line = buffer;
        if (!isLast || buffer.IsEmpty) return false;
        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private static void AnswerLine(ReadOnlySequence<byte> line, BatchAnswers answers, VerifyPass verify)
    {
        if (line.Length > Bodies.MaxBytes)
        {
            answers.Add(TooLarge(), null);
            return;
        }

        using var piece = new OnePiece(line);
        if (VerificationRequest.Read(piece.Memory, out _) is { } request) answers.Add(verify.Verify(request), request.Scene);
        else answers.Add(VerificationResult.CannotTell("", VerdictReasons.Of(PassRejection.Malformed)), null);
    }

    private static VerificationResult TooLarge() => VerificationResult.CannotTell("", VerdictReasons.Of(PassRejection.TooLarge));
}
