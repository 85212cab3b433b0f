using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Tests.Regions;

public sealed class SampleWidthTests
{
    [Theory]
    [InlineData("Beijing")]
    [InlineData("Tianjin")]
    public void Every_native_code_of_the_map_has_a_sample(string region)
    {
        var folder = new RegionFolder(region);
        var sampled = folder.Samples.Select(s => s.Expected.GetValueOrDefault("code")).ToHashSet();
        var mapped = folder.Map.Translations.Values.Where(t => t.Status != HealthStatus.NotHeld).Select(t => t.Code);

        Assert.True(folder.Samples.Count >= 12);
        Assert.All(mapped, code => Assert.Contains(code, sampled));
    }

    [Theory]
    [InlineData("Beijing")]
    [InlineData("Tianjin")]
    // FHIR R4 ConceptMap, invariant cmd-1: a narrower or inexact target says in what sense.
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
