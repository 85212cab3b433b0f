using System.Threading.RateLimiting;
using HealthBao.Contracts.Problems;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Telemetry;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.FrontDoor;

/// <summary>Bounds what is under way and what waits, so that a surge costs those above the bound and not everybody. Health stays answered.</summary>
internal static class Capacity
{
    private static readonly string[] Unbounded = ["/livez", "/readyz", "/metrics"];

    public static void AddCapacity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CapacityOptions>().Bind(configuration.GetSection("Capacity")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<CapacityOptions>>((kestrel, capacity) =>
        {
            kestrel.Limits.MaxConcurrentConnections = capacity.Value.Connections;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<CapacityOptions>, HubMeters>((limiter, capacity, meters) =>
        {
            limiter.OnRejected = (rejected, _) => new(RefuseAsync(rejected.HttpContext, meters));
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(http => Unbounded.Contains(http.Request.Path.Value)
                ? RateLimitPartition.GetNoLimiter(true)
                : RateLimitPartition.GetConcurrencyLimiter(false, _ => new() { PermitLimit = capacity.Value.Calls, QueueLimit = capacity.Value.Waiting }));
        });
        services.AddRateLimiter();
    }

    /// <summary>How many calls wait for their turn.</summary>
    public static long Waiting(RateLimiterOptions limiter) => limiter.GlobalLimiter?.GetStatistics(new DefaultHttpContext())?.CurrentQueuedCount ?? 0;

    private static Task RefuseAsync(HttpContext http, HubMeters meters)
    {
        meters.LimitSpent("capacity");
        return http.WriteProblemAsync(new(ProblemType.Unavailable, "The hub has as much to do as it can; try again in a moment."));
    }
}
