using System.Text;
using System.Text.Json;

namespace HealthBao.Hostile;

/// <summary>Claims as a tree of which one place is written otherwise. A place is named like <c>vc/credentialSubject/fhirBundle/entry/0/resource</c>.</summary>
internal static class ClaimsTree
{
    /// <summary>Every member of every object, by its place.</summary>
    public static IEnumerable<(string Place, JsonElement Value)> Members(JsonElement element, string place = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Members(m.Value, Below(place, m.Name)).Prepend((Below(place, m.Name), m.Value))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((e, i) => Members(e, Below(place, i.ToString()))),
        _ => [],
    };

    /// <summary>Every object or array, by its place; the claims themselves are at the empty place.</summary>
    public static IEnumerable<string> Places(JsonElement element, JsonValueKind kind, string place = "")
    {
        var below = element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Places(m.Value, kind, Below(place, m.Name))),
            JsonValueKind.Array => element.EnumerateArray().SelectMany((e, i) => Places(e, kind, Below(place, i.ToString()))),
            _ => [],
        };
        return element.ValueKind == kind ? below.Prepend(place) : below;
    }

    /// <summary>The claims with the member at a place written by the given way: from name and value to a text, empty for nothing.</summary>
    public static string Member(JsonElement claims, string place, Func<string, string, string> write) => Write(claims, "", place, write, null);

    /// <summary>The claims with the object or array at a place rewritten: from its inner text to another.</summary>
    public static string Inside(JsonElement claims, string place, Func<string, string> write) => Write(claims, "", place, null, write);

    private static string Write(JsonElement element, string here, string place, Func<string, string, string>? member, Func<string, string>? inside)
    {
        if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) return element.GetRawText();
        var parts = element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray().Select((e, i) => Write(e, Below(here, i.ToString()), place, member, inside))
            : element.EnumerateObject().Select(m =>
            {
                var value = Write(m.Value, Below(here, m.Name), place, member, inside);
                return member is not null && Below(here, m.Name) == place ? member(m.Name, value) : $"\"{m.Name}\":{value}";
            });
        var inner = new StringBuilder().AppendJoin(',', parts.Where(p => p.Length > 0)).ToString();
        if (inside is not null && here == place) inner = inside(inner);
        return element.ValueKind == JsonValueKind.Array ? $"[{inner}]" : $"{{{inner}}}";
    }

    private static string Below(string place, string name) => place.Length == 0 ? name : $"{place}/{name}";
}
