using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace HealthBao.Hub.Verification;

/// <summary>
/// <c>POST /v1/verifications/batch</c>: NDJSON in, the same order out, streamed: no more is read than has been answered. A bad line
/// yields one <c>malformed</c> line. Native code contents are not exchanged here.
/// </summary>
internal static class BatchFeature
{
    public const string MediaType = "application/x-ndjson";

    private const int FlushAbove = 32 * 1024;
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    public static void MapBatch(this IEndpointRouteBuilder app) => app.MapPost("/v1/verifications/batch", RunAsync);

    private static async Task RunAsync(HttpContext http, VerifyPass verify)
    {
        if (await Scopes.RequireAsync(http, Scopes.Verify) is null) return;
        if (http.Request.ContentType?.Split(';')[0].Trim().Equals(MediaType, StringComparison.OrdinalIgnoreCase) != true)
        {
            await http.WriteProblemAsync(new(ProblemType.UnsupportedMediaType, $"Send the body as {MediaType}."));
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        http.Response.ContentType = MediaType;
        http.Response.Headers.CacheControl = "no-store";
        await AnswerAsync(http.Request.BodyReader, http.Response.BodyWriter, verify, http.RequestAborted);
    }

    private static async Task AnswerAsync(PipeReader input, PipeWriter output, VerifyPass verify, CancellationToken cancellation)
    {
        var skipping = false;
        using var writer = new Utf8JsonWriter(output, VerificationJson.Options);
        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            var buffer = read.Buffer;
            while (TryTakeLine(ref buffer, read.IsCompleted, out var line))
            {
                if (skipping) skipping = false;
                else AnswerLine(line, writer, output, verify);
                if (output.UnflushedBytes > FlushAbove) await output.FlushAsync(cancellation);
            }

            // A line without an end in sight is answered once and the rest of it passed over, so that memory stays bounded.
            if (buffer.Length > Bodies.MaxBytes)
            {
                if (!skipping) Write(writer, output, TooLarge());
                skipping = true;
                buffer = buffer.Slice(buffer.End);
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            await output.FlushAsync(cancellation);
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

    private static void AnswerLine(ReadOnlySequence<byte> line, Utf8JsonWriter writer, PipeWriter output, VerifyPass verify)
    {
        if (line.Length > Bodies.MaxBytes) Write(writer, output, TooLarge());
        else Write(writer, output, VerificationRequest.Read(line.IsSingleSegment ? line.FirstSpan : line.ToArray(), out _) is { } request
            ? verify.Verify(request)
            : VerificationResult.CannotTell("", VerdictReasons.Of(PassRejection.Malformed)));
    }

    private static VerificationResult TooLarge() => VerificationResult.CannotTell("", VerdictReasons.Of(PassRejection.TooLarge));

    private static void Write(Utf8JsonWriter writer, PipeWriter output, VerificationResult result)
    {
        VerificationJson.Write(writer, result, VerificationFeature.NewId());
        writer.Flush();
        writer.Reset();
        output.Write(NewLine);
    }
}
