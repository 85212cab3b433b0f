using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HealthBao.Contracts.Problems;

/// <summary>A problem document (RFC 9457). It never echoes what the caller sent.</summary>
/// <param name="Type">The kind.</param>
/// <param name="Detail">What happened and the way out.</param>
/// <param name="Errors">The faults of a bad request.</param>
/// <param name="Region">The region whose fault it is, or null.</param>
public sealed record Problem(ProblemType Type, string? Detail = null, IReadOnlyList<RequestFault>? Errors = null, string? Region = null)
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document's bytes.</summary>
    /// <param name="traceId">The trace by which an operator finds the call.</param>
    public byte[] ToJson(string traceId)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(writer, traceId);
        return buffer.WrittenSpan.ToArray();
    }

    private void Write(Utf8JsonWriter writer, string traceId)
    {
        writer.WriteStartObject();
        writer.WriteString("type", Type.Uri);
        writer.WriteString("title", Type.Title);
        writer.WriteNumber("status", Type.Status);
        if (Detail is not null) writer.WriteString("detail", Detail);
        if (Region is not null) writer.WriteString("region", Region);
        if (Errors is { Count: > 0 })
        {
            writer.WriteStartArray("errors");
            foreach (var error in Errors)
            {
                writer.WriteStartObject();
                writer.WriteString("field", error.Field);
                writer.WriteString("fault", error.Fault);
                writer.WriteString("detail", error.Detail);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteString("traceId", traceId);
        writer.WriteEndObject();
    }
}
