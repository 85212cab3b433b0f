using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using HealthBao.Adapters.Problems;
using HealthBao.Adapters.Settings;
using HealthBao.Adapters.Telemetry;
using HealthBao.Contracts.Problems;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Issuing;

/// <summary>How often travellers may ask: per network address and per native code. Codes are counted by a MAC with a secret of this process.</summary>
internal sealed class TravellerLimits : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly byte[] secret = RandomNumberGenerator.GetBytes(32);
    private readonly PartitionedRateLimiter<string> byAddress;
    private readonly PartitionedRateLimiter<string> byCode;

    private readonly AdapterMeters meters;

    public TravellerLimits(IOptions<LimitOptions> options, AdapterMeters meters)
    {
        this.meters = meters;
        byAddress = Limiter(options.Value.PerAddress);
        byCode = Limiter(options.Value.PerCode);
    }

    /// <summary>The refusal, or null when the call is within the limits.</summary>
    public IResult? Refuse(HttpContext http, string nativeCode)
    {
        using var address = byAddress.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        if (!address.IsAcquired) return TooMany(address, "address");
        using var code = byCode.AttemptAcquire(Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(nativeCode))));
        return code.IsAcquired ? null : TooMany(code, "code");
    }

    public void Dispose()
    {
        byAddress.Dispose();
        byCode.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int permits) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = permits, Window = Window, QueueLimit = 0 }));

    private ProblemResult TooMany(RateLimitLease lease, string limit)
    {
        meters.LimitSpent(limit);
        return new(new(ProblemType.TooManyRequests), lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 60);
    }
}
