using System.Text.Encodings.Web;
using System.Text.Json;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Recognition;

namespace HealthBao.Hub.Verification;

/// <summary>Writes the answer to a verification, the same on every call that gives one.</summary>
internal static class VerificationJson
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The answer as an object value.</summary>
    /// <param name="more">Members that a call adds.</param>
    public static void Write(Utf8JsonWriter writer, VerificationResult result, string id, Action<Utf8JsonWriter>? more = null)
    {
        writer.WriteStartObject();
        WriteMembers(writer, result, id);
        more?.Invoke(writer);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, VerificationResult result, string id)
    {
        var (decision, statement) = (result.Decision, result.Statement);
        writer.WriteString("verdict", decision.Verdict.Code());
        writer.WriteString("reason", decision.Reason?.Code);
        writer.WriteString("status", (result.IsSound ? statement!.Status : result.StatusWithoutPass)?.Code());
        WriteNativeCode(writer, result);
        writer.WriteString("region", result.Issuer?.Listed.Region);
        writer.WriteString("destination", result.Destination.Length == 0 ? null : result.Destination);
        WriteHolder(writer, result);
        writer.WriteString("asOf", Instant(statement?.AsOf));
        writer.WriteString("validUntil", Instant(statement?.Expires));
        writer.WriteStartArray("checked");
        foreach (var name in result.Checked.Names()) writer.WriteStringValue(name);
        writer.WriteEndArray();
        writer.WriteStartArray("conditions");
        foreach (var condition in decision.Conditions) writer.WriteStringValue(condition);
        writer.WriteEndArray();
        WriteRecognition(writer, result);
        writer.WriteString("policy", decision.Policy?.Name);
        writer.WriteString("map", result.IsSound && result.Issuer!.Map is { } map ? $"{result.Issuer.Listed.Region}/{map.Version}" : null);
        writer.WriteString("statusListAsOf", Instant(result.StatusListAsOf));
        writer.WriteString("authority", result.IsSound ? statement!.Authority : null);
        WriteGuidance(writer, decision.Next);
        writer.WriteString("id", id);
    }

    private static void WriteNativeCode(Utf8JsonWriter writer, VerificationResult result)
    {
        if (!result.IsSound)
        {
            writer.WriteNull("nativeCode");
            return;
        }

        var statement = result.Statement!;
        var translation = result.Issuer!.Map?.Translate(statement.NativeSystem, statement.NativeCode);
        writer.WriteStartObject("nativeCode");
        writer.WriteString("system", statement.NativeSystem);
        writer.WriteString("code", statement.NativeCode);
        writer.WriteString("display", translation?.Display);
        // How the native meaning differs from the shared one, where it does: Tianjin's red may include home quarantine.
        if (translation is { Comment: not null })
        {
            writer.WriteString("equivalence", translation.Equivalence);
            writer.WriteString("caveat", translation.Comment);
        }

        writer.WriteEndObject();
    }

    private static void WriteHolder(Utf8JsonWriter writer, VerificationResult result)
    {
        if (result.Statement is not { } statement)
        {
            writer.WriteNull("holder");
            return;
        }

        writer.WriteStartObject("holder");
        writer.WriteString("name", statement.Person.Name.ToString());
        writer.WriteString("document", statement.Person.DocumentNumber);
        if (result.HolderConsistent is { } consistent) writer.WriteBoolean("consistent", consistent);
        else writer.WriteNull("consistent");
        writer.WriteEndObject();
    }

    private static void WriteRecognition(Utf8JsonWriter writer, VerificationResult result)
    {
        var decision = result.Decision;
        if (decision.Rule is null)
        {
            writer.WriteNull("recognition");
            return;
        }

        var copied = decision.Policy!.Style == RecognitionStyle.CopyColour;
        writer.WriteStartObject("recognition");
        writer.WriteString("style", copied ? "copy-colour" : "raise-local-state");
        writer.WriteString("localStatus", decision.LocalStatus?.Code());
        writer.WriteString("liftedBy", copied ? result.Issuer!.Listed.Region : result.Destination);
        WriteWords(writer, "treatment", decision.Rule.Treatment);
        writer.WriteEndObject();
    }

    private static void WriteGuidance(Utf8JsonWriter writer, Guidance next)
    {
        writer.WriteStartObject("next");
        WriteWords(writer, "staff", next.Staff);
        WriteWords(writer, "traveller", next.Traveller);
        writer.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter writer, string name, Words words)
    {
        writer.WriteStartObject(name);
        writer.WriteString("zh", words.Zh);
        writer.WriteString("en", words.En);
        writer.WriteEndObject();
    }

    private static string? Instant(DateTimeOffset? instant) => instant is { } known ? ShanghaiDay.Format(known) : null;
}
