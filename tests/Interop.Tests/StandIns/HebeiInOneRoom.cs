using System.Runtime.CompilerServices;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Regions.Hebei;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns.Baoding;
using HealthBao.Sandbox.StandIns.Hebei;
using HealthBao.Sandbox.StandIns.Xingtai;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Interop.Tests.StandIns;

/// <summary>Hebei's adapter with the three systems it asks, on loopback.</summary>
internal sealed class HebeiInOneRoom : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("hebei-");
    private readonly HttpClient http = new();
    private readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2020-03-01T09:15:00+08:00", null));
    private readonly WebApplication app;

    private HebeiInOneRoom()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        HebeiStandIn.Map(app, Province, clock);
        BaodingStandIn.Map(app, Baoding, clock);
    }

    public static ConceptMap Map { get; } = ConceptMap.Parse(Read("concept-map.json"));

    public Population Province { get; } = new(HebeiCast.All);

    public Population Baoding { get; } = new(BaodingCast.All);

    public IRegionAdapter Adapter { get; private set; } = null!;

    public static async Task<HebeiInOneRoom> StartAsync(bool deliver = true)
    {
        var room = new HebeiInOneRoom();
        await room.app.StartAsync();
        room.Adapter = new HebeiAdapter(room.Context(room.app.Urls.Single()));
        if (deliver) await room.DeliverAsync();
        return room;
    }

    public Task<EnquiryOutcome> AskAsync(Citizen citizen)
    {
        Assert.True(PersonName.TryCreate(citizen.Name, out var name));
        Assert.Equal(DocumentFault.None, IdentityDocument.TryCreate(citizen.DocumentType, citizen.DocumentNumber, out var document));
        return Adapter.AskByDocumentAsync(name!, document!, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
        data.Delete(recursive: true);
    }

    private async Task DeliverAsync()
    {
        var (csv, ok, fileName) = XingtaiFileWriter.Write(ShanghaiDay.At(clock.GetUtcNow()), XingtaiCast.All);
        var file = Adapter.NightlyFiles.Single(f => f.Source == "xingtai");
        var receipt = await file.ReceiveAsync(fileName, new MemoryStream(csv), new MemoryStream(ok), CancellationToken.None);
        Assert.True(receipt.Accepted, receipt.ToString());
    }

    private RegionContext Context(string address) => new()
    {
        Participant = Participant.Parse(Read("participant.json")),
        Map = Map,
        Source = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Address"] = address, ["Cities:Baoding:Address"] = address }).Build(),
        Connection = new SourceConnection(http),
        Clock = clock,
        Loggers = NullLoggerFactory.Instance,
        DataDirectory = data.FullName,
        DaySecret = _ => new byte[32],
    };

    private static byte[] Read(string file, [CallerFilePath] string here = "") => File.ReadAllBytes(
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Adapters", "Regions", "Hebei", file));
}
