using System.Text.Json;
using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Steps 2, 4 and 6: every member of the claims missing, doubled, of another type, renamed; every object with a member more, every array with another number of elements.</summary>
internal static class HostileMembers
{
    private const string Given = "vc/credentialSubject/fhirBundle/entry/0/resource/name/0/given";
    private const string Performer = "vc/credentialSubject/fhirBundle/entry/1/resource/performer";

    private static readonly JsonElement Claims = JsonElement.Parse(HostileToken.Claims);
    private static readonly (string Place, JsonElement Value)[] Members = [.. ClaimsTree.Members(Claims)];

    // A name of one character has no given part, and what is not yellow or red needs no office.
    private static readonly string[] Optional = [Given, Performer];

    public static IEnumerable<HostileFamily> All() =>
    [
        Family("missing", [.. Optional.Select(o => Api(Written(o, (_, _) => "")))], Members.Where(m => !Optional.Contains(m.Place)).Select(m => (m.Place, Written(m.Place, (_, _) => "")))),
        Family("null", [HostileToken.Good], Members.Select(m => (m.Place, Written(m.Place, (name, _) => $"\"{name}\":null")))),
        Family("of another type", [HostileToken.Good], Members.Where(m => m.Value.ValueKind != JsonValueKind.Number).Select(m => (m.Place, Written(m.Place, (name, _) => $"\"{name}\":{OtherType(m.Value)}")))),
        Family("in an array of its own", [HostileToken.Good], Members.Select(m => (m.Place, Written(m.Place, (name, value) => $"\"{name}\":[{value}]")))),
        Family("named in other letters", [HostileToken.Good], Members.Select(m => (m.Place, Written(m.Place, (name, value) => $"\"{char.ToUpperInvariant(name[0])}{name[1..]}\":{value}")))),
        Family("empty", [HostileToken.Good], Members.Where(m => HasEmptyForm(m.Value)).Select(m => (m.Place, Written(m.Place, (name, _) => $"\"{name}\":{(m.Value.ValueKind == JsonValueKind.String ? "\"\"" : "{}")}")))),
        HostileFamily.Of("member twice", PassRejection.Malformed, [HostileToken.Good], Members.Select(m => (m.Place, Api(Written(m.Place, (name, value) => $"\"{name}\":{value},\"{name}\":{value}"))))),
        HostileFamily.Of("member twice, once escaped", PassRejection.Malformed, [HostileToken.GoodCard], Members.Select(m => (m.Place, HostileToken.Card(Written(m.Place, (name, value) => $"\"\\u{(int)name[0]:x4}{name[1..]}\":{value},\"{name}\":{value}"))))),
        HostileFamily.Of("member more", PassRejection.NotConformant, [HostileToken.Good], Objects().SelectMany(o => new[] { "\"id\":\"1\"", "\"\":null", "\"text\":{\"status\":\"generated\"}" }, (o, more) => ($"{more} in {o}", Api(ClaimsTree.Inside(Claims, o, inner => $"{inner},{more}"))))),
        HostileFamily.Of("array", PassRejection.NotConformant, [HostileToken.Good], Arrays().SelectMany(a => new (string, string)[]
        {
            ($"{a} empty", Api(ClaimsTree.Inside(Claims, a, _ => ""))), ($"{a} with its elements twice", Api(ClaimsTree.Inside(Claims, a, inner => $"{inner},{inner}"))), ($"{a} with null after", Api(ClaimsTree.Inside(Claims, a, inner => inner + ",null"))), ($"{a} with null before", Api(ClaimsTree.Inside(Claims, a, inner => "null," + inner))),
        })),
    ];

    // Without its issuer a pass cannot be told from anybody's; everything else is the profile's to say.
    private static HostileFamily Family(string defect, string[] controls, IEnumerable<(string Place, string Claims)> passes) =>
        new("member " + defect, controls, passes.Select(p => new HostilePass(p.Place, Api(p.Claims), p.Place == "iss" ? PassRejection.IssuerNotTrusted : PassRejection.NotConformant)));

    private static string Written(string place, Func<string, string, string> write) => ClaimsTree.Member(Claims, place, write);

    private static string Api(string claims) => HostileToken.Api(claims);

    private static IEnumerable<string> Objects() => ClaimsTree.Places(Claims, JsonValueKind.Object);

    private static IEnumerable<string> Arrays() => ClaimsTree.Places(Claims, JsonValueKind.Array);

    private static string OtherType(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "7",
        JsonValueKind.Array => value[0].GetRawText(),
        _ => "true",
    };

    // An object of one member is as empty without that member, and numbers and arrays have families of their own.
    private static bool HasEmptyForm(JsonElement value) =>
        value.ValueKind == JsonValueKind.String || (value.ValueKind == JsonValueKind.Object && value.GetPropertyCount() > 1);
}
