using System.Collections.Concurrent;
using HealthBao.Hub.Telemetry;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Yarp.ReverseProxy.Forwarder;

namespace HealthBao.Hub.Routing;

/// <summary>
/// Every region's HTTP client with its own bulkhead, circuit breaker and time-out, for forwarded calls and the hub's own alike: a dead
/// region never slows another.
/// </summary>
internal sealed class RegionHttpClientFactory(
    IOptions<HubOptions> options, RegionBreakers breakers, HubMeters meters, ILogger<ForwarderHttpClientFactory> log) : ForwarderHttpClientFactory(log)
{
    // A region's breaker outlives a change of its cluster's configuration.
    private readonly ConcurrentDictionary<string, ResiliencePipeline<HttpResponseMessage>> pipelines = new(StringComparer.Ordinal);

    protected override void ConfigureHandler(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        base.ConfigureHandler(context, handler);
        handler.ConnectTimeout = TimeSpan.FromSeconds(2);
        handler.AllowAutoRedirect = false;
        handler.UseProxy = false;
        // What a call tells of its trace is written by MeasuredRegion alone.
        handler.ActivityHeadersPropagator = null;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
    }

    protected override HttpMessageHandler WrapHandler(ForwarderHttpClientContext context, HttpMessageHandler handler) =>
        new MeasuredRegion(
            RegionRoutes.RegionOf(context.ClusterId),
            meters,
            new ResilienceHandler(pipelines.GetOrAdd(context.ClusterId, Pipeline)) { InnerHandler = new OwnConnections(base.WrapHandler(context, handler), Own(context)) });

    private SocketsHttpHandler Own(ForwarderHttpClientContext context)
    {
        var handler = new SocketsHttpHandler { UseCookies = false };
        ConfigureHandler(context, handler);
        return handler;
    }

    private ResiliencePipeline<HttpResponseMessage> Pipeline(string cluster) => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddConcurrencyLimiter(options.Value.RegionConcurrency, queueLimit: 0)
        .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 8,
            SamplingDuration = TimeSpan.FromSeconds(10),
            BreakDuration = TimeSpan.FromSeconds(2),
            StateProvider = breakers.ProviderOf(RegionRoutes.RegionOf(cluster)),
            // An adapter's own problem about its source is an answer, and a sender's broken body is the sender's: only silence and refusal break the circuit.
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is (HttpRequestException or Polly.Timeout.TimeoutRejectedException) && ForwardingProblems.SendersFault(arguments.Outcome.Exception) is null),
        })
        .AddTimeout(TimeSpan.FromSeconds(options.Value.RegionTimeoutSeconds))
        .Build();
}
