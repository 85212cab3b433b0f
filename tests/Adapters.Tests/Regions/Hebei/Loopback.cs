using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HealthBao.Adapters.Tests.Regions.Hebei;

/// <summary>A source on loopback that does whatever a test says.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private readonly WebApplication app;

    private Loopback(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public ConcurrentQueue<(string Path, byte[] Body, string? SoapAction, string? ContentType)> Asked { get; } = new();

    public static async Task<Loopback> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var source = new Loopback(builder.Build());
        source.app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            source.Asked.Enqueue((http.Request.Path, body.ToArray(), http.Request.Headers["SOAPAction"], http.Request.ContentType));
            await answer(http);
        });
        await source.app.StartAsync();
        return source;
    }

    /// <summary>Answers by path, and 404 elsewhere.</summary>
    public static Task<Loopback> StartAsync(params (string Path, string ContentType, byte[] Body)[] replies) => StartAsync(http =>
    {
        var reply = Array.Find(replies, r => r.Path == http.Request.Path);
        return reply.Path is null ? SetStatus(http, 404) : SendAsync(http, 200, reply.ContentType, reply.Body);
    });

    public static async Task SendAsync(HttpContext http, int status, string contentType, byte[] body)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, contentType);
        await http.Response.Body.WriteAsync(body);
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private static Task SetStatus(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
