using HealthBao.Contracts.Fhir;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Adapters.Tests.Regions;

/// <summary>Replays every region's own samples. A fourth region is tested by its folder being there.</summary>
public sealed class RegionConformanceTests
{
    public static IEnumerable<object[]> Cases { get; } =
        [.. RegionFolder.All.SelectMany(f => f.Samples.Select(s => new object[] { f.Name, s.Name }))];

    public static TheoryData<string> Regions { get; } = new(RegionFolder.All.Select(f => f.Name));

    [Theory, MemberData(nameof(Cases))]
    public async Task A_sample_is_answered_as_its_region_says(string region, string sampleName)
    {
        var folder = new RegionFolder(region);
        var sample = folder.Samples.Single(s => s.Name == sampleName);
        await using var source = await ScriptedSource.StartAsync(sample.Replies);
        using var http = new HttpClient();
        using var loggers = new RecordedLog();
        var data = Directory.CreateTempSubdirectory("healthbao-");
        try
        {
            var adapter = folder.Adapter(source.Address, http, new FakeTimeProvider(sample.Now), loggers, data.FullName);
            await SampleFiles.DeliverAsync(adapter, sample);
            var actual = OutcomeMembers.Of(await sample.AskAsync(adapter, CancellationToken.None));

            foreach (var (member, value) in sample.Expected) Assert.Equal((member, value), (member, actual.GetValueOrDefault(member)));
            if (actual["outcome"] == "stated") Assert.Equal(actual.Keys.Order(), sample.Expected.Keys.Order());
            Assert.Equal(sample.Replies.Select(r => r.Path), source.Requests.Select(r => r.Path));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Theory, MemberData(nameof(Regions))]
    public void A_region_is_one_folder_with_the_same_seven_things(string region)
    {
        var folder = new RegionFolder(region);
        string[] cast = [$"{region}Adapter.cs", $"{region}Source.cs", $"{region}Record.cs", "concept-map.json", "participant.json", "README.md"];

        Assert.All(cast, file => Assert.True(File.Exists(Path.Combine(folder.Place, file)), $"{region} lacks {file}"));
        Assert.True(File.Exists(Path.Combine(folder.Place, "samples", "settings.json")), $"{region} lacks samples/settings.json");
        Assert.NotEmpty(folder.Samples);
        Assert.Equal($"{region}Adapter", folder.AdapterType.Name);
        Assert.True(folder.AdapterType.IsSealed);
    }

    [Theory, MemberData(nameof(Regions))]
    public void The_map_lists_codes_of_the_systems_that_the_participant_names(string region)
    {
        var folder = new RegionFolder(region);
        var named = folder.Participant.CodeSystems.Concat(folder.Participant.CityCodeSystems).Select(FhirSystems.Native).Order();

        Assert.Equal(named, folder.Map.Translations.Keys.Select(k => k.System).Distinct().Order());
    }

    [Fact]
    public void No_two_regions_share_a_code_an_issuer_or_a_prefix()
    {
        var participants = RegionFolder.All.Select(f => f.Participant).ToArray();

        Assert.Distinct(participants.Select(p => p.Region));
        Assert.Distinct(participants.Select(p => p.Issuer));
        Assert.Distinct(participants.SelectMany(p => p.NativeCodePrefixes));
    }
}
