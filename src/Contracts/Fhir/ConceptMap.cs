using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Fhir;

/// <summary>
/// A region's map from its native codes to the shared status, executed as it is published:
/// the FHIR R4 ConceptMap that the regulator reads is the one the adapter and the hub run.
/// Source: https://hl7.org/fhir/R4/conceptmap.html
/// </summary>
public sealed class ConceptMap
{
    private readonly FrozenDictionary<(string System, string Code), Translation> translations;

    private ConceptMap(string url, string version, string sha256, Dictionary<(string System, string Code), Translation> translations)
    {
        (Url, Version, Sha256) = (url, version, sha256);
        this.translations = translations.ToFrozenDictionary();
    }

    /// <summary>The canonical address.</summary>
    public string Url { get; }

    /// <summary>The version, a whole number as text.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of the document's bytes, lower-case hexadecimal; the trust list names it.</summary>
    public string Sha256 { get; }

    /// <summary>Every native code with its meaning.</summary>
    public IReadOnlyDictionary<(string System, string Code), Translation> Translations => translations;

    /// <summary>What a native code means, or null when the map does not list it (then the status is <c>cannot-confirm</c>, never a colour).</summary>
    /// <param name="system">The native code system's address.</param>
    /// <param name="code">The native code exactly as the source wrote it.</param>
    public Translation? Translate(string system, string code) => translations.GetValueOrDefault((system, code));

    /// <summary>Reads a FHIR R4 ConceptMap whose every element has exactly one target in the shared status.</summary>
    /// <exception cref="FormatException">The document is not such a map; the message names the place.</exception>
    public static ConceptMap Parse(ReadOnlySpan<byte> json)
    {
        var bytes = json.ToArray();
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Read(document.RootElement, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"Not a concept map: {e.Message}", e);
        }
    }

    private static ConceptMap Read(JsonElement map, string sha256)
    {
        if (Text(map, "resourceType") != "ConceptMap") throw new FormatException("resourceType is not ConceptMap.");
        var translations = new Dictionary<(string, string), Translation>();
        foreach (var group in map.GetProperty("group").EnumerateArray())
        {
            if (Text(group, "target") != FhirSystems.HealthStatus) throw new FormatException("group.target is not the shared status.");
            var system = Text(group, "source");
            foreach (var element in group.GetProperty("element").EnumerateArray())
                if (!translations.TryAdd((system, Text(element, "code")), ReadElement(element)))
                    throw new FormatException($"{system} {Text(element, "code")} stands twice.");
        }

        return new(Text(map, "url"), Text(map, "version"), sha256, translations);
    }

    private static Translation ReadElement(JsonElement element)
    {
        var code = Text(element, "code");
        var targets = element.GetProperty("target");
        if (targets.GetArrayLength() != 1) throw new FormatException($"{code} has not exactly one target.");
        var target = targets[0];
        if (!HealthStatuses.TryParse(Text(target, "code"), out var status)) throw new FormatException($"{code} maps to no shared status.");
        return new(code, Text(element, "display"), status, Text(target, "equivalence"), Comment(target));
    }

    private static string? Comment(JsonElement target) =>
        target.TryGetProperty("comment", out var comment) ? comment.GetString() : null;

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() is { Length: > 0 } text ? text : throw new FormatException($"{name} is empty.");
}
