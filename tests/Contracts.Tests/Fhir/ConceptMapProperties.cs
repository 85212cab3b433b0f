using System.Text.Json;
using CsCheck;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Tests.Fhir;

public sealed class ConceptMapProperties
{
    private static readonly Gen<(string System, string Code, HealthStatus Status)[]> Rows =
        Gen.Select(Gen.OneOf("beijing", "xingtai"), Gen.OneOf(Gen.OneOf("0", "00", "黄码", "orange", "-7"), Gen.Int[0, 40].Select(n => $"{n}")), Gen.Enum<HealthStatus>()).Array[1, 12];

    [Fact]
    public void Every_code_means_what_its_row_says_and_no_other_code_means_anything() => Rows.Sample(rows =>
    {
        var unique = rows.DistinctBy(r => (r.System, r.Code)).ToArray();
        var map = ConceptMap.Parse(Json(unique));
        return map.Translations.Count == unique.Length
            && unique.All(r => map.Translate(FhirSystems.Native(r.System), r.Code) is { } t && t.Status == r.Status && t.Code == r.Code)
            && unique.All(r => map.Translate(FhirSystems.Native(r.System), r.Code + " ") is null && map.Translate(r.System, r.Code) is null && map.Translate(FhirSystems.Native("baoding"), r.Code) is null);
    });

    [Fact]
    public void A_code_that_stands_twice_makes_no_map() => Gen.Select(Rows, Gen.Int[0, 11]).Sample((rows, again) =>
    {
        var unique = rows.DistinctBy(r => (r.System, r.Code)).ToArray();
        return Assert.Throws<FormatException>(() => ConceptMap.Parse(Json([.. unique, unique[again % unique.Length]]))) is not null;
    });

    [Fact]
    public void A_change_of_any_byte_is_no_map_or_a_map_of_another_digest() => Gen.Select(Rows, Gen.Int[0, 4000], Gen.Byte).Sample((rows, at, value) =>
    {
        var json = Json([.. rows.DistinctBy(r => (r.System, r.Code))]);
        var digest = ConceptMap.Parse(json).Sha256;
        if (json[at % json.Length] == value) return true;
        json[at % json.Length] = value;
        try
        {
            return ConceptMap.Parse(json).Sha256 != digest;
        }
        catch (FormatException)
        {
            return true;
        }
    }, iter: 2000);

    private static byte[] Json(IEnumerable<(string System, string Code, HealthStatus Status)> rows) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        resourceType = "ConceptMap",
        url = FhirSystems.Root + "ConceptMap/made-up",
        version = "1",
        group = rows.GroupBy(r => r.System).Select(g => new
        {
            source = FhirSystems.Native(g.Key),
            target = FhirSystems.HealthStatus,
            element = g.Select(r => new { code = r.Code, display = "码" + r.Code, target = new[] { new { code = r.Status.Code(), equivalence = "equivalent" } } }),
        }),
    });
}
