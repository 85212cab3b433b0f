using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace HealthBao.Adapters.Settings;

/// <summary>Settings of one region, <c>Regions:{code}:…</c>, stand in for the common ones, below the environment and the command line.</summary>
internal static class RegionConfiguration
{
    public static void Use(ConfigurationManager configuration, string region)
    {
        var own = configuration.GetSection($"Regions:{region}").AsEnumerable(makePathsRelative: true).Where(p => p.Value is not null).ToArray();
        IConfigurationBuilder builder = configuration;
        var files = builder.Sources.OfType<JsonConfigurationSource>().LastOrDefault();
        builder.Sources.Insert(files is null ? 0 : builder.Sources.IndexOf(files) + 1, new MemoryConfigurationSource { InitialData = own });
    }
}
