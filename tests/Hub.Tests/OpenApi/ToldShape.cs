using System.Text.Json;
using System.Text.RegularExpressions;

namespace HealthBao.Hub.Tests.OpenApi;

/// <summary>Where a value is not as a schema of the document tells. Stricter than JSON Schema: a member that the schema does not name is a fault.</summary>
internal sealed class ToldShape(OpenApiDocument document)
{
    public IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference)) return Faults(document.Resolve(reference.GetString()!), value, at);
        if (schema.TryGetProperty("oneOf", out var choices)) return choices.EnumerateArray().Any(c => !Faults(c, value, at).Any()) ? [] : [$"{at} fits no choice"];
        if (!Types(schema).Contains(TypeOf(value))) return [$"{at} is {TypeOf(value)}"];
        if (schema.TryGetProperty("enum", out var list) && !list.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value))) return [$"{at} is not listed: {value}"];
        return value.ValueKind switch
        {
            JsonValueKind.Object => ObjectFaults(schema, value, at),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((v, i) => Faults(schema.GetProperty("items"), v, $"{at}[{i}]")),
            JsonValueKind.String when schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.GetString()!, pattern.GetString()!) => [$"{at} has another form"],
            _ => [],
        };
    }

    private IEnumerable<string> ObjectFaults(JsonElement schema, JsonElement value, string at)
    {
        var parts = PartsOf(schema).ToArray();
        var told = parts.Where(p => p.TryGetProperty("properties", out _)).SelectMany(p => p.GetProperty("properties").EnumerateObject()).ToDictionary(p => p.Name, p => p.Value);
        var missing = parts.Where(p => p.TryGetProperty("required", out _)).SelectMany(p => p.GetProperty("required").EnumerateArray())
            .Where(r => !value.TryGetProperty(r.GetString()!, out _)).Select(r => $"{at}.{r} is missing");
        return missing.Concat(value.EnumerateObject().SelectMany(m => told.TryGetValue(m.Name, out var member) ? Faults(member, m.Value, $"{at}.{m.Name}")
            : schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object ? Faults(others, m.Value, $"{at}.{m.Name}")
            : [$"{at}.{m.Name} is not told"]));
    }

    private IEnumerable<JsonElement> PartsOf(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference)) return PartsOf(document.Resolve(reference.GetString()!));
        return schema.TryGetProperty("allOf", out var all) ? all.EnumerateArray().SelectMany(PartsOf) : [schema];
    }

    private static IEnumerable<string> Types(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type)) return schema.TryGetProperty("allOf", out _) ? ["object"] : [];
        var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];
        return types.SelectMany(t => t == "number" ? new[] { "number", "integer" } : [t]);
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
