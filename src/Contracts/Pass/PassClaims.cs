using System.Buffers;
using System.Text.Json;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Pass;

/// <summary>
/// Writes the claims of a pass: UTF-8, minified, Chinese characters as they are. Readers take members in any order; this one deflates
/// to some 17 bytes less than others, which is what lets the longest yellow and red cards into their QR code.
/// </summary>
public static class PassClaims
{
    private static readonly JsonWriterOptions Options = new() { Encoder = PlainText.Encoder, SkipValidation = true };

    /// <summary>The claims of a statement.</summary>
    public static byte[] Write(PassStatement statement)
    {
        var buffer = new ArrayBufferWriter<byte>(1536);
        using (var writer = new Utf8JsonWriter(buffer, Options)) WriteClaims(writer, statement);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteClaims(Utf8JsonWriter writer, PassStatement statement)
    {
        writer.WriteStartObject();
        writer.WriteString("iss", statement.Issuer);
        writer.WriteNumber("nbf", statement.NotBefore.ToUnixTimeSeconds());
        writer.WriteStartObject("status");
        writer.WriteStartObject("status_list");
        writer.WriteString("uri", statement.StatusListUri);
        writer.WriteNumber("idx", statement.StatusIndex);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteNumber("exp", statement.Expires.ToUnixTimeSeconds());
        WriteCredential(writer, statement);
        writer.WriteEndObject();
    }

    // SMART Health Cards: the credential with its FHIR bundle, and rid beside it for the card revocation list.
    private static void WriteCredential(Utf8JsonWriter writer, PassStatement statement)
    {
        writer.WriteStartObject("vc");
        writer.WriteString("rid", PassId.Of(statement).Rid);
        writer.WriteStartArray("type");
        writer.WriteStringValue(PassVocabulary.CardType);
        writer.WriteEndArray();
        writer.WriteStartObject("credentialSubject");
        writer.WritePropertyName("fhirBundle");
        WriteBundle(writer, statement);
        writer.WriteString("fhirVersion", PassVocabulary.FhirVersion);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteBundle(Utf8JsonWriter writer, PassStatement statement)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "Bundle");
        writer.WriteString("type", "collection");
        writer.WriteStartArray("entry");
        WriteEntry(writer, PassVocabulary.PatientUrl, () => WritePatient(writer, statement.Person));
        WriteEntry(writer, PassVocabulary.ObservationUrl, () => WriteObservation(writer, statement));
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter writer, string url, Action resource)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("resource");
        resource();
        writer.WriteEndObject();
        writer.WriteString("fullUrl", url);
        writer.WriteEndObject();
    }

    private static void WritePatient(Utf8JsonWriter writer, MaskedIdentity person)
    {
        writer.WriteString("resourceType", "Patient");
        writer.WriteStartArray("identifier");
        WriteIdentifier(writer, person.DocumentType.System(), person.DocumentNumber);
        writer.WriteEndArray();
        writer.WriteStartArray("name");
        writer.WriteStartObject();
        if (person.Name.Given.Length > 0)
        {
            writer.WriteStartArray("given");
            writer.WriteStringValue(person.Name.Given);
            writer.WriteEndArray();
        }

        writer.WritePlain("family", person.Name.Family);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteObservation(Utf8JsonWriter writer, PassStatement statement)
    {
        writer.WriteString("resourceType", "Observation");
        writer.WriteStartObject("subject");
        writer.WriteString("reference", PassVocabulary.PatientUrl);
        writer.WriteEndObject();
        writer.WriteStartObject("code");
        writer.WriteStartArray("coding");
        WriteCoding(writer, FhirSystems.Observation, FhirSystems.HealthCodeStatus);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteString("issued", ShanghaiDay.Format(statement.AsOf));
        writer.WriteStartObject("effectivePeriod");
        writer.WriteString("start", ShanghaiDay.Format(statement.NotBefore));
        writer.WriteString("end", ShanghaiDay.Format(statement.Expires));
        writer.WriteEndObject();
        writer.WriteString("status", "final");
        writer.WriteStartObject("valueCodeableConcept");
        writer.WriteStartArray("coding");
        WriteCoding(writer, FhirSystems.HealthStatus, statement.Status.Code());
        WriteCoding(writer, statement.NativeSystem, statement.NativeCode);
        writer.WriteEndArray();
        writer.WriteEndObject();
        WritePerformer(writer, statement.Authority);
    }

    private static void WritePerformer(Utf8JsonWriter writer, string? authority)
    {
        if (authority is null) return;
        writer.WriteStartArray("performer");
        writer.WriteStartObject();
        writer.WritePropertyName("identifier");
        WriteIdentifier(writer, FhirSystems.Authority, authority);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteIdentifier(Utf8JsonWriter writer, string system, string value)
    {
        writer.WriteStartObject();
        writer.WriteString("system", system);
        writer.WritePlain("value", value);
        writer.WriteEndObject();
    }

    private static void WriteCoding(Utf8JsonWriter writer, string system, string code)
    {
        writer.WriteStartObject();
        writer.WriteString("system", system);
        writer.WritePlain("code", code);
        writer.WriteEndObject();
    }
}
