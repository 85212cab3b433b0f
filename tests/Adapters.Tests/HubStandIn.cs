using System.Collections.Concurrent;
using System.Text;
using HealthBao.Contracts.Jose;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HealthBao.Adapters.Tests;

/// <summary>A hub on loopback that keeps what is posted to it.</summary>
public sealed class HubStandIn : IAsyncDisposable
{
    private readonly WebApplication app;

    private HubStandIn(WebApplication app) => this.app = app;

    public SigningKey CallKey { get; } = SigningKey.Create();

    public ConcurrentQueue<(string Path, string? ContentType, string Token)> Posted { get; } = new();

    public SigningKey TrustAnchor { get; } = SigningKey.Create();

    /// <summary>What it publishes; null for none.</summary>
    public string? TrustList { get; set; }

    /// <summary>How often that was read.</summary>
    public int Read { get; private set; }

    public SemaphoreSlim Arrived { get; } = new(0);

    /// <summary>What is answered, by path and the number of the call.</summary>
    public Func<string, int> Answer { get; set; } = _ => 200;

    public string Address => app.Urls.First();

    public static async Task<HubStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var hub = new HubStandIn(app);
        app.MapGet("/.well-known/trust-list", () =>
        {
            hub.Read++;
            return hub.TrustList is { } list ? Results.Text(list, "application/trust-list+jwt") : Results.NotFound();
        });
        app.MapPost("/v1/trust/{**document}", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.ASCII);
            var status = hub.Answer(http.Request.Path);
            hub.Posted.Enqueue((http.Request.Path, http.Request.ContentType, await reader.ReadToEndAsync()));
            hub.Arrived.Release();
            return Results.StatusCode(status);
        });
        await app.StartAsync();
        return hub;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
