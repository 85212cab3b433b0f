using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Queries;

/// <summary>How many status queries are under way at once.</summary>
internal sealed class QueryRoom(IOptions<QueryOptions> options) : IDisposable
{
    private readonly ConcurrencyLimiter places = new(new() { PermitLimit = options.Value.AtOnce, QueueLimit = 0 });

    /// <summary>A place, to be given back; <c>IsAcquired</c> is false when there is none.</summary>
    public RateLimitLease Enter() => places.AttemptAcquire();

    public void Dispose() => places.Dispose();
}
