using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HealthBao.Adapters.Tests.Regions;

/// <summary>A region's own system on loopback that answers what a script says, in that order, and keeps what it was asked.</summary>
internal sealed class ScriptedSource : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedRequest> requests = new();

    private ScriptedSource(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public IReadOnlyList<ReceivedRequest> Requests => [.. requests];

    /// <summary>Whatever is asked beyond the script, or at another path, is answered 404.</summary>
    public static Task<ScriptedSource> StartAsync(IEnumerable<ScriptedReply> script)
    {
        var replies = new ConcurrentQueue<ScriptedReply>(script);
        return StartAsync(async http =>
        {
            if (!replies.TryDequeue(out var reply) || reply.Path != http.Request.Path)
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            http.Response.StatusCode = reply.Status;
            http.Response.ContentType = reply.ContentType;
            await http.Response.Body.WriteAsync(reply.Body);
        });
    }

    public static async Task<ScriptedSource> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var source = new ScriptedSource(app);
        app.Run(async http =>
        {
            source.requests.Enqueue(await ReadAsync(http.Request));
            await answer(http);
        });
        await app.StartAsync();
        return source;
    }

    public async ValueTask DisposeAsync()
    {
        // What hangs on purpose is cut off; there is nothing to wait for.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private static async Task<ReceivedRequest> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new(request.Method, request.Path, headers, body.ToArray());
    }
}
