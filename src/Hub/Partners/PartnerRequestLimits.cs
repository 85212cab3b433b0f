using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Partners;

/// <summary>How often one network address may ask to join: anybody may, and each request costs signatures.</summary>
internal sealed class PartnerRequestLimits(IOptions<PartnerJoiningOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> byAddress = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = options.Value.RequestsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    public bool Admit(IPAddress? address)
    {
        using var lease = byAddress.AttemptAcquire(address ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => byAddress.Dispose();
}
