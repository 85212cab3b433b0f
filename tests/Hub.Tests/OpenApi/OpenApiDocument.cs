using System.Text.Json;

namespace HealthBao.Hub.Tests.OpenApi;

/// <summary>The document as a client reads it.</summary>
internal sealed record OpenApiDocument(JsonElement Root)
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    public IEnumerable<(string Path, string Method, JsonElement Call)> Calls => Root.GetProperty("paths").EnumerateObject()
        .SelectMany(p => p.Value.EnumerateObject().Where(m => Methods.Contains(m.Name)).Select(m => (p.Name, m.Name.ToUpperInvariant(), m.Value)));

    /// <summary>The parameters of a call, whether told at the call or once for several.</summary>
    public IEnumerable<JsonElement> ParametersOf(JsonElement call) => call.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Select(Resolved) : [];

    /// <summary>What the call answers with this status and media type; null where the document tells nothing of it.</summary>
    public JsonElement? SchemaOf(JsonElement call, int status, string? mediaType) =>
        call.GetProperty("responses").TryGetProperty(status.ToString(System.Globalization.CultureInfo.InvariantCulture), out var response)
        && Resolved(response).TryGetProperty("content", out var content) && content.TryGetProperty(mediaType ?? "", out var answer)
            ? answer.GetProperty("schema") : null;

    public static async Task<OpenApiDocument> ReadAsync(RunningHub hub) => new(JsonElement.Parse(await hub.Http.GetStringAsync("/openapi/v1.json")));

    public IEnumerable<string> EnumOf(string schema) =>
        Root.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("enum").EnumerateArray().Select(v => v.GetString()!);

    /// <summary>What a <c>$ref</c> of this document points at; throws where there is nothing.</summary>
    public JsonElement Resolve(string reference) => reference[2..].Split('/').Aggregate(Root, (at, name) => at.GetProperty(name));

    private JsonElement Resolved(JsonElement element) => element.TryGetProperty("$ref", out var reference) ? Resolve(reference.GetString()!) : element;

    public static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => m.Name == "$ref" ? [m.Value.GetString()!] : References(m.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
