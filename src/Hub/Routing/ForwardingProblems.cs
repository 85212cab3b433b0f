using HealthBao.Contracts.Problems;
using HealthBao.Hub.Problems;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;
using Yarp.ReverseProxy.Forwarder;

namespace HealthBao.Hub.Routing;

/// <summary>When a region did not answer a forwarded call, the caller gets a problem that names the region.</summary>
internal static class ForwardingProblems
{
    public static void UseForwardingProblems(this IReverseProxyApplicationBuilder proxy) => proxy.Use(async (http, next) =>
    {
        await next();
        if (http.Features.Get<IForwarderErrorFeature>() is not { } error || http.Response.HasStarted || http.RequestAborted.IsCancellationRequested) return;
        if (SendersFault(error.Exception) is { } senders)
        {
            await http.WriteProblemAsync(new(senders.StatusCode == 413 ? ProblemType.TooLarge : ProblemType.BadRequest, "The request's body could not be read to its end."));
            return;
        }

        var region = http.Request.Path.Value!.Split('/')[2];
        await http.WriteProblemAsync(new(TypeOf(error), "The region's adapter did not answer; other regions are not affected.", Region: region));
    });

    /// <summary>What was wrong with the body as it came in, when that is why the call failed: then it says nothing of the region.</summary>
    public static BadHttpRequestException? SendersFault(Exception? exception) => exception switch
    {
        null => null,
        BadHttpRequestException bad => bad,
        AggregateException many => many.InnerExceptions.Select(SendersFault).FirstOrDefault(b => b is not null),
        _ => SendersFault(exception.InnerException),
    };

    private static ProblemType TypeOf(IForwarderErrorFeature error) => error.Exception switch
    {
        BrokenCircuitException or RateLimiterRejectedException => ProblemType.Unavailable,
        TimeoutRejectedException => ProblemType.SourceTimeout,
        _ => error.Error == ForwarderError.RequestTimedOut ? ProblemType.SourceTimeout : ProblemType.SourceFailed,
    };
}
