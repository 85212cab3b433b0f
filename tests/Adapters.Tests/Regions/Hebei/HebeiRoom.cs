using System.Runtime.CompilerServices;
using System.Text;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Regions.Hebei;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Regions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Adapters.Tests.Regions.Hebei;

/// <summary>Everything a Hebei adapter is given, with a clock to turn and a directory that goes away.</summary>
internal sealed class HebeiRoom : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("hebei-");
    private readonly HttpClient http = new();

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2020-03-01T09:15:00+08:00", null));

    public EventList Log { get; } = new();

    public string DataDirectory => data.FullName;

    public TimeSpan Timeout { set => http.Timeout = value; }

    public static string Folder { get; } = Find();

    public RegionContext Context(string address = "http://127.0.0.1:1") => new()
    {
        Participant = Participant.Parse(File.ReadAllBytes(Path.Combine(Folder, "participant.json"))),
        Map = ConceptMap.Parse(File.ReadAllBytes(Path.Combine(Folder, "concept-map.json"))),
        Source = Settings(address),
        Connection = new SourceConnection(http),
        Clock = Clock,
        Loggers = Log,
        DataDirectory = DataDirectory,
        DaySecret = day => [.. Encoding.ASCII.GetBytes(day.Compact), .. new byte[24]],
    };

    public HebeiAdapter Adapter(string address) => new(Context(address));

    public void Dispose()
    {
        http.Dispose();
        data.Delete(recursive: true);
    }

    private static IConfigurationSection Settings(string address)
    {
        var text = File.ReadAllText(Path.Combine(Folder, "samples", "settings.json")).Replace("$address", address, StringComparison.Ordinal);
        return new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(text))).Build().GetSection("Source");
    }

    private static string Find([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "src", "Adapters", "Regions", "Hebei"));
}
