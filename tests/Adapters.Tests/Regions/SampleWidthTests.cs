using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Tests.Regions;

public sealed class SampleWidthTests
{
    public static TheoryData<string> Regions => RegionConformanceTests.Regions;

    [Theory, MemberData(nameof(Regions))]
    public void Every_native_code_of_the_map_has_a_sample(string region)
    {
        var folder = new RegionFolder(region);
        var sampled = folder.Samples.Select(s => (FhirSystems.Native(s.Expected.GetValueOrDefault("system") ?? ""), s.Expected.GetValueOrDefault("code") ?? ""));
        var mapped = folder.Map.Translations.Where(t => t.Value.Status != HealthStatus.NotHeld).Select(t => t.Key);

        Assert.Empty(mapped.Except(sampled));
    }

    // FHIR R4 ConceptMap, invariant cmd-1: a narrower or inexact target says in what sense.
    [Theory, MemberData(nameof(Regions))]
    public void A_map_that_narrows_says_in_what_sense(string region) =>
        Assert.All(new RegionFolder(region).Map.Translations.Values.Where(t => t.Equivalence is "narrower" or "inexact"),
            translation => Assert.False(string.IsNullOrEmpty(translation.Comment)));

    [Fact]
    public void Tianjins_red_is_wider_than_the_shared_one()
    {
        var red = new RegionFolder("Tianjin").Map.Translations.Values.Single(t => t.Code == "red");

        Assert.Equal((HealthStatus.CentralObservation, "narrower"), (red.Status, red.Equivalence));
        Assert.StartsWith("天津红码可能包含居家隔离", red.Comment);
    }
}
