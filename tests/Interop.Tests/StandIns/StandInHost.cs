using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Regions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Interop.Tests.StandIns;

/// <summary>A stand-in on loopback, and what an adapter needs to ask it.</summary>
internal sealed class StandInHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private StandInHost(WebApplication app) => this.app = app;

    public static FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2020, 3, 1, 9, 15, 0, TimeSpan.FromHours(8)));

    public HttpClient Http { get; } = new();

    public Uri Address => new(app.Urls.Single());

    public static async Task<StandInHost> StartAsync(Action<IEndpointRouteBuilder> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new(app);
    }

    /// <summary>What the adapter host gives the region of that folder.</summary>
    public RegionContext Context(string folder, params (string Name, string Value)[] settings) => Context(folder, Address, Http, settings);

    /// <summary>The same for a source at another address.</summary>
    public static RegionContext Context(string folder, Uri address, HttpClient http, params (string Name, string Value)[] settings) => new()
    {
        Participant = Participant.Parse(Resource($"{folder}/participant.json")),
        Map = ConceptMap.Parse(Resource($"{folder}/concept-map.json")),
        Source = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Append((Name: "Address", Value: address.ToString())).Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)))
            .Build(),
        Connection = new(http),
        Clock = Clock,
        Loggers = NullLoggerFactory.Instance,
        DataDirectory = "",
        DaySecret = _ => new byte[32],
    };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(RegionContext).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No {name}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
