using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using HealthBao.Contracts.Problems;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Audit;

/// <summary>
/// <c>GET /v1/audit</c> (scope <c>audit</c>): a page of entries by time and filter, or, with <c>Accept: application/x-ndjson</c>, all of
/// them as lines, for export. Reading is recorded too.
/// </summary>
internal static class AuditFeature
{
    private const string Lines = "application/x-ndjson";

    public static void MapAudit(this IEndpointRouteBuilder app) => app.MapGet("/v1/audit", ReadAsync);

    private static async Task ReadAsync(HttpContext http, AuditLog audit, AuditReader reader, TrustSource trust, TimeProvider clock)
    {
        if (await Scopes.RequireAsync(http, Scopes.Audit) is not { } partner) return;
        if (AuditQuery.Read(http.Request.Query, clock.GetUtcNow(), out var faults) is not { } query)
        {
            await http.WriteProblemAsync(new(ProblemType.BadRequest, "See errors: each names the parameter, the fault and the way out.", faults));
            return;
        }

        await audit.AppendAsync(new AuditEntry(AuditKind.AuditRead, partner.ClientId) { Note = AuditQuestion.Told(http.Request.Query, trust.Current) });
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            if (http.Request.Headers.Accept.Any(a => a?.Contains(Lines, StringComparison.OrdinalIgnoreCase) == true)) await ExportAsync(http, reader, query);
            else await WritePageAsync(http, reader, query);
        }
        catch (Exception e) when (e is DbException or IOException or InvalidDataException && !http.Response.HasStarted)
        {
            throw new AuditUnavailableException("The audit log cannot be read.", e);
        }
    }

    private static async Task ExportAsync(HttpContext http, AuditReader reader, AuditQuery query)
    {
        http.Response.ContentType = Lines;
        var output = http.Response.BodyWriter;
        foreach (var (_, line) in reader.Read(query))
        {
            output.Write(line.Span);
            output.Write("\n"u8);
            if (output.UnflushedBytes > 64 * 1024) await output.FlushAsync(http.RequestAborted);
        }

        await output.FlushAsync(http.RequestAborted);
    }

    private static async Task WritePageAsync(HttpContext http, AuditReader reader, AuditQuery query)
    {
        // Read whole before anything is answered, so that what fails is a problem and not half a page.
        var page = reader.Read(query).Take(query.Limit + 1).ToList();
        http.Response.ContentType = "application/json; charset=utf-8";
        using (var writer = AuditLine.Writer(http.Response.BodyWriter)) WritePage(writer, page, query.Limit, reader);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private static void WritePage(Utf8JsonWriter writer, List<(AuditCursor At, ReadOnlyMemory<byte> Line)> page, int limit, AuditReader reader)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("entries");
        foreach (var (_, line) in page.Take(limit)) writer.WriteRawValue(line.Span, skipInputValidation: true);
        writer.WriteEndArray();
        writer.WriteString("next", page.Count > limit ? page[limit - 1].At.ToString() : null);
        if (reader.Head() is { } last)
        {
            writer.WriteStartObject("head");
            writer.WriteString("day", last.Day.Compact);
            writer.WriteNumber("block", last.Head.Number);
            writer.WriteString("sha256", Convert.ToHexStringLower(last.Head.Hash));
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("head");
        }

        writer.WriteEndObject();
    }
}
