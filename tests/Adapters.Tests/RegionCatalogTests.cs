using HealthBao.Adapters.Settings;
using HealthBao.Adapters.Tests.Regions.Demo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Tests;

public sealed class RegionCatalogTests
{
    [Fact]
    public void A_region_is_found_by_its_folder_alone()
    {
        var region = RegionCatalog.Of(typeof(RegionCatalogTests).Assembly).Find("990001");
        Assert.Equal(("Demo", typeof(DemoAdapter)), (region!.Name, region.AdapterType));
        Assert.Equal(4, region.Map.Translations.Count);
    }

    [Fact]
    public void Two_folders_for_one_region_are_refused() =>
        Assert.Contains("990001", Assert.Throws<InvalidOperationException>(
            () => RegionCatalog.Of(typeof(RegionCatalogTests).Assembly, typeof(RegionCatalogTests).Assembly)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_region_that_is_not_known_lists_the_known_ones_and_ends_with_2()
    {
        var catalog = RegionCatalog.Of(typeof(RegionCatalogTests).Assembly);
        var command = CommandLine.Read(["--region", "999999"], Configuration(("region", "999999")), catalog);
        Assert.Equal((null, 2), (command.Region, command.ExitCode));
        Assert.Contains("990001 示例省", command.Message, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Read(["--help"], Configuration(), catalog).ExitCode);
        Assert.Equal("990001", CommandLine.Read([], Configuration(("Adapter:Region", "990001")), catalog).Region?.Code);
    }

    [Theory]
    [InlineData("Adapter:StatusListBlock", "18")]
    [InlineData("Adapter:StatusListBlock", "0")]
    [InlineData("Adapter:StatusListTimeToLive", "00:00:00")]
    [InlineData("Adapter:PublicAddress", "not an address")]
    [InlineData("Hub:Address", "ftp://hub")]
    [InlineData("Hub:CallKey", "{\"kty\":\"RSA\"}")]
    [InlineData("Storage:Provider", "oracle")]
    [InlineData("NativeSystem:Secret", "short")]
    [InlineData("Limits:PerCode", "0")]
    public async Task A_wrong_setting_is_named_at_the_start(string key, string value)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningAdapter.StartAsync(settings: [(key, value)]));
        Assert.Contains(key, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSQL_without_a_connection_is_named_at_the_start()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningAdapter.StartAsync(settings: [("Storage:Provider", "postgres")]));
        Assert.Contains("Storage:ConnectionString", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_s_own_settings_stand_in_for_the_common_ones()
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Regions:990001:Urls"] = "http://127.0.0.1:1", ["Regions:990001:Source:Address"] = "http://127.0.0.1:2" });
        RegionConfiguration.Use(configuration, "990001");
        Assert.Equal(("http://127.0.0.1:1", "http://127.0.0.1:2"), (configuration["Urls"], configuration["Source:Address"]));
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))).Build();
}
