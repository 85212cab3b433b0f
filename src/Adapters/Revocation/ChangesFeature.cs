using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Problems;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Revocation;

/// <summary><c>GET /status/{yyyyMMdd}/changes</c>: server-sent events for the hub, each a signed delta of the day's list.</summary>
internal sealed class ChangesFeature(
    RegionFolder region, DayKeys days, HubCalls hub, DeltaSigner signer, TimeProvider clock, IHostApplicationLifetime life, ILogger<ChangesFeature> logger)
{
    /// <summary>How many may listen at once: the nodes of the hub, and those of their connections that nobody knows are dead.</summary>
    public const int MaxListeners = 64;

    private const int RetryAfterSeconds = 5;
    private int listeners;

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
        try
        {
            if (Interlocked.Increment(ref listeners) > MaxListeners) return new ProblemResult(new(ProblemType.Unavailable, "Too many listen already."), RetryAfterSeconds);
            await StreamAsync(store, http);
        }
        finally
        {
            Interlocked.Decrement(ref listeners);
        }

        return Results.Empty;
    }

    private async Task StreamAsync(DayStore store, HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            await new ChangeStream(store, signer, clock).RunAsync(http.Response.Body, ends.Token);
        }
        catch (Exception) when (ends.IsCancellationRequested || store.Status.IsClosed)
        {
            // The hub has gone, the day or this process ends; the hub asks again by itself.
        }
        catch (OperationCanceledException)
        {
            logger.ListenerCutOff(region.Code, store.Day.Compact);
            http.Abort();
        }
    }
}
