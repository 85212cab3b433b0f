using System.Buffers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Storage;
using HealthBao.Adapters.Tests.Regions.Demo;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Adapters.Tests;

/// <summary>The true service of a made-up region on loopback, with a clock of the test's.</summary>
public sealed class RunningAdapter : IAsyncDisposable
{
    public const string Secret = "a secret of the region's own system";
    public static readonly DateTimeOffset Morning = new(2026, 3, 1, 9, 0, 0, ShanghaiDay.Offset);
    public static readonly RegionFolder Region = RegionCatalog.Of(typeof(RunningAdapter).Assembly).Find("990001")!;

    private readonly WebApplication app;

    private RunningAdapter(WebApplication app, FakeTimeProvider clock, string directory, SigningKey hubKey, CapturedLog log)
    {
        (this.app, Clock, Directory, HubKey, Log) = (app, clock, directory, hubKey, log);
        Http = new() { BaseAddress = new(app.Urls.First()), Timeout = TimeSpan.FromSeconds(60) };
    }

    public FakeTimeProvider Clock { get; }

    public string Directory { get; }

    public SigningKey HubKey { get; }

    public CapturedLog Log { get; }

    public HttpClient Http { get; }

    public DemoAdapter Source => (DemoAdapter)app.Services.GetRequiredService<IRegionAdapter>();

    public T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<RunningAdapter> StartAsync(
        string? directory = null, FakeTimeProvider? clock = null, SigningKey? hubKey = null, params (string Key, string Value)[] settings)
    {
        directory ??= System.IO.Directory.CreateTempSubdirectory("adapter-").FullName;
        clock ??= new FakeTimeProvider(Morning);
        hubKey ??= SigningKey.Create();
        var log = new CapturedLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Adapter:DataDirectory"] = directory,
            ["Hub:Address"] = "http://127.0.0.1:9",
            ["Hub:CallKey"] = JwkOf(hubKey.Jwk),
            ["NativeSystem:Secret"] = Secret,
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        var app = AdapterHost.Build(builder, Region);
        await app.StartAsync();
        return new(app, clock, directory, hubKey, log);
    }

    public static string JwkOf(EcJwk key)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) key.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>What the made-up source says of a made-up person.</summary>
    public static EnquiryOutcome Stated(string native = "G", string subject = "subject-1", DateTimeOffset? asOf = null, string name = "张三")
    {
        PersonName.TryCreate(name, out var person);
        IdentityDocument.TryCreate(DocumentType.ResidentId, "11010519491231002X", out var document);
        var system = FhirSystems.Native("example");
        return new EnquiryOutcome.Stated(new(
            MaskedIdentity.Of(person!, document!), system, native, Region.Map.Translate(system, native)!.Status, asOf ?? Morning.AddMinutes(-20), subject, "990001/CDC"));
    }

    public Task<HttpResponseMessage> AskAsync(string nativeCode, string query = "") => Http.PostAsJsonAsync("/v1/passes" + query, new { nativeCode });

    public async Task<JsonElement> PassAsync(string nativeCode)
    {
        using var response = await AskAsync(nativeCode);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>A verifier's snapshot that trusts this region's published keys.</summary>
    internal TrustSnapshot Trust()
    {
        var participant = Region.Participant;
        var keys = Service<DayKeys>().Published().Select(k => new ListedKey(k.Key, k.Day.Start, k.Day.End)).ToArray();
        var listed = new ListedParticipant
        {
            Region = participant.Region,
            Names = participant.Names,
            Issuer = participant.Issuer,
            Endpoint = "http://127.0.0.1:8000/regions/990001",
            State = ParticipantState.Active,
            NativeCodePrefixes = participant.NativeCodePrefixes,
            CityCodeSystems = [],
            Keys = keys,
            StatusList = participant.Issuer + "/status/",
            ConceptMap = new(Region.Map.Version, Region.Map.Sha256),
            Telephone = participant.Telephone,
            Contact = participant.Contact,
        };
        var list = new TrustList("https://hub.example", Clock.GetUtcNow(), Clock.GetUtcNow().AddHours(24), 1, [listed]);
        return TrustSnapshot.Compile(list, new Dictionary<string, ConceptMap> { [participant.Region] = Region.Map });
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
