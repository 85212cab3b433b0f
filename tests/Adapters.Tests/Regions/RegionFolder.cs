using System.Text;
using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Regions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace HealthBao.Adapters.Tests.Regions;

/// <summary>One folder below <c>src/Adapters/Regions</c>: whatever the tests know of a region they read from it.</summary>
internal sealed class RegionFolder(string name)
{
    public static IReadOnlyList<RegionFolder> All { get; } =
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src", "Adapters", "Regions"))
            .Select(d => new RegionFolder(Path.GetFileName(d))).OrderBy(f => f.Name, StringComparer.Ordinal)];

    public string Name => name;

    public string Place => Path.Combine(Repository.Root, "src", "Adapters", "Regions", name);

    public Participant Participant => Participant.Parse(File.ReadAllBytes(Path.Combine(Place, "participant.json")));

    public ConceptMap Map => ConceptMap.Parse(File.ReadAllBytes(Path.Combine(Place, "concept-map.json")));

    public IReadOnlyList<Sample> Samples
    {
        get
        {
            var samples = Path.Combine(Place, "samples");
            return Directory.Exists(samples) ? [.. Directory.GetDirectories(samples).Order(StringComparer.Ordinal).Select(d => new Sample(d))] : [];
        }
    }

    /// <summary>The adapter as the host finds it: the one implementation whose namespace ends with the folder's name.</summary>
    public Type AdapterType => typeof(IRegionAdapter).Assembly.GetTypes()
        .Single(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IRegionAdapter))
            && (t.Namespace ?? "").EndsWith("." + name, StringComparison.Ordinal));

    public IRegionAdapter Adapter(Uri address, HttpClient http, TimeProvider clock, ILoggerFactory loggers, string dataDirectory) =>
        (IRegionAdapter)Activator.CreateInstance(AdapterType, new RegionContext
        {
            Participant = Participant,
            Map = Map,
            Source = Settings(address),
            Connection = new(http),
            Clock = clock,
            Loggers = loggers,
            DataDirectory = dataDirectory,
            DaySecret = _ => new byte[32],
        })!;

    /// <summary><c>samples/settings.json</c> with its two placeholders filled.</summary>
    public IConfiguration Settings(Uri address)
    {
        var text = File.ReadAllText(Path.Combine(Place, "samples", "settings.json"))
            .Replace("$address", address.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("$rsa-private-key", SampleKeys.PrivatePem.ReplaceLineEndings("\\n"), StringComparison.Ordinal);
        var root = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(text))).Build();
        return root.GetSection("Source").Exists() ? root.GetSection("Source") : root;
    }

    public override string ToString() => name;
}
