using System.Text;
using System.Threading.Channels;
using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Problems;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Revocation;

/// <summary><c>GET /status/{yyyyMMdd}/changes</c>: server-sent events for the hub, the list's version first, then each change as it is committed.</summary>
internal sealed class ChangesFeature(RegionFolder region, DayKeys days, HubCalls hub, TimeProvider clock, IHostApplicationLifetime life, ILogger<ChangesFeature> logger)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/status/{day}/changes", (string day, HttpContext http, ChangesFeature feature) => feature.GetAsync(day, http));

    private async Task<IResult> GetAsync(string day, HttpContext http)
    {
        if (hub.Accept(http, []) is null)
        {
            logger.HubCallRefused(region.Code);
            return Refusals.Of(ProblemType.Unauthorized, "The call must be the hub's.");
        }

        if (!ShanghaiDay.TryParseCompact(day, out var asked) || days.Find(asked) is not { } store) return Refusals.NotFound;
        var (listener, version) = store.Status.Listen();
        try
        {
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
            await StreamAsync(http.Response, listener.Reader, new(version, []), ends.Token);
        }
        catch (OperationCanceledException)
        {
            // The hub has gone or this process ends; the hub asks again by itself.
        }
        finally
        {
            store.Status.Leave(listener);
        }

        return Results.Empty;
    }

    private async Task StreamAsync(HttpResponse response, ChannelReader<StatusChange> changes, StatusChange first, CancellationToken cancellation)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        await WriteAsync(response, first, cancellation);
        using var timer = new PeriodicTimer(Heartbeat, clock);
        var beat = timer.WaitForNextTickAsync(cancellation).AsTask();
        var more = changes.WaitToReadAsync(cancellation).AsTask();
        while (true)
        {
            if (await Task.WhenAny(more, beat) == beat)
            {
                await beat;
                await response.WriteAsync(": beat\n\n", cancellation);
                beat = timer.WaitForNextTickAsync(cancellation).AsTask();
                continue;
            }

            if (!await more) return;
            while (changes.TryRead(out var change)) await WriteAsync(response, change, cancellation);
            more = changes.WaitToReadAsync(cancellation).AsTask();
        }
    }

    private static async Task WriteAsync(HttpResponse response, StatusChange change, CancellationToken cancellation)
    {
        var json = Encoding.UTF8.GetString(Answer.Bytes(new { change.Version, change.Indexes, State = (int)change.State }));
        await response.WriteAsync($"id: {change.Version}\ndata: {json}\n\n", cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}
