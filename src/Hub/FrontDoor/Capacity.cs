using System.Threading.RateLimiting;
using HealthBao.Contracts.Problems;
using HealthBao.Hub.Problems;
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
        services.AddRateLimiter(limiter => limiter.OnRejected = (rejected, _) =>
            new(rejected.HttpContext.WriteProblemAsync(new(ProblemType.Unavailable, "The hub has as much to do as it can; try again in a moment."))));
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<CapacityOptions>>((limiter, capacity) =>
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(http => Unbounded.Contains(http.Request.Path.Value)
                ? RateLimitPartition.GetNoLimiter(true)
                : RateLimitPartition.GetConcurrencyLimiter(false, _ => new() { PermitLimit = capacity.Value.Calls, QueueLimit = capacity.Value.Waiting })));
    }
}
