using System.Text.Json;
using System.Text.Json.Nodes;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Status;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using FhirConceptMap = Hl7.Fhir.Model.ConceptMap;

namespace HealthBao.Interop.Tests.Pass;

/// <summary>The regions' concept maps, read by another's library as the regulator would.</summary>
public sealed class ConceptMapTests
{
    private static readonly JsonSerializerOptions Fhir = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector).UsingMode(DeserializationMode.Strict);

    public static TheoryData<string> Maps() => new(RepositoryRoot.Files("src/Adapters/Regions", "concept-map.json").Select(f => Path.GetRelativePath(RepositoryRoot.Find().FullName, f.FullName)));

    [Theory]
    [MemberData(nameof(Maps))]
    public void A_map_reads_strictly_and_comes_back_the_same(string file)
    {
        var json = Read(file);
        var map = JsonSerializer.Deserialize<FhirConceptMap>(json, Fhir)!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(JsonSerializer.Serialize(map, Fhir))));
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void Every_target_is_one_of_the_five_statuses_and_the_code_executes_the_same(string file)
    {
        var map = JsonSerializer.Deserialize<FhirConceptMap>(Read(file), Fhir)!;
        var ours = Contracts.Fhir.ConceptMap.Parse(File.ReadAllBytes(Path.Combine(RepositoryRoot.Find().FullName, file)));
        var rows = (from g in map.Group from e in g.Element select (System: g.Source, e.Code, Target: e.Target.Single())).ToArray();
        Assert.NotEmpty(rows);
        Assert.Equal(ours.Translations.Count, rows.Length);
        foreach (var (system, code, target) in rows)
        {
            Assert.True(HealthStatuses.TryParse(target.Code, out var status), $"{code} → {target.Code}");
            Assert.Equal(status, ours.Translate(system, code)!.Status);
            Assert.NotNull(target.Equivalence);
        }

        Assert.All(map.Group, g => Assert.Equal(FhirSystems.HealthStatus, g.Target));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Find().FullName, file));
}
