using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using HealthBao.Contracts.Status;

namespace HealthBao.Hub.Audit;

/// <summary>An entry as one line of JSON: members in this order, absent ones left out. These bytes are what is kept, hashed and read back.</summary>
internal static class AuditLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>How texts are written, so that a filter writes them alike.</summary>
    public static JsonSerializerOptions Texts { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Utf8JsonWriter Writer(IBufferWriter<byte> output) => new(output, Options);

    public static void Write(Utf8JsonWriter writer, AuditEntry entry, string at)
    {
        writer.WriteStartObject();
        writer.WriteString("at"u8, at);
        writer.WriteString("kind"u8, entry.Kind);
        Write(writer, "by"u8, entry.By);
        Write(writer, "id"u8, entry.Id);
        WritePass(writer, entry);
        Write(writer, "region"u8, entry.Region);
        Write(writer, "destination"u8, entry.Destination);
        Write(writer, "scene"u8, entry.Scene);
        Write(writer, "purpose"u8, entry.Purpose);
        Write(writer, "status"u8, entry.Status);
        Write(writer, "nativeSystem"u8, entry.NativeSystem);
        Write(writer, "nativeCode"u8, entry.NativeCode);
        Write(writer, "verdict"u8, entry.Verdict);
        Write(writer, "reason"u8, entry.Reason);
        if (entry.HolderConsistent is { } consistent) writer.WriteBoolean("holderConsistent"u8, consistent);
        Write(writer, "map"u8, entry.Map);
        Write(writer, "policy"u8, entry.Policy);
        if (entry.TrustList is { } sequence) writer.WriteNumber("trustList"u8, sequence);
        if (entry.StatusListAsOf is { } asOf) writer.WriteString("statusListAsOf"u8, ShanghaiDay.Format(asOf));
        Write(writer, "subject"u8, entry.Subject);
        Write(writer, "outcome"u8, entry.Outcome);
        if (entry.Count is { } count) writer.WriteNumber("count"u8, count);
        Write(writer, "note"u8, entry.Note);
        writer.WriteEndObject();
    }

    /// <summary>An instant with milliseconds, in Beijing time.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.ToOffset(ShanghaiDay.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static void WritePass(Utf8JsonWriter writer, AuditEntry entry)
    {
        if (entry.Pass is not { } pass) return;
        writer.WriteString("issuer"u8, pass.Issuer);
        writer.WriteString("pass"u8, pass.Rid);
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }
}
