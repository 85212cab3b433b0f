using System.Net;
using HealthBao.Hub.Limits;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Partners;

/// <summary>How often the token endpoint may be called: each call costs a signature and, refused, a line of log.</summary>
internal sealed class TokenLimits(IOptions<TokenLimitOptions> options, TimeProvider clock)
{
    private readonly CallWindow total = new(TimeSpan.FromMinutes(1), clock);
    private readonly AddressWindows byAddress = new(options.Value.PerAddress, options.Value.Addresses, clock);

    /// <returns>After how many seconds to come again, or null when the call is within the limits.</returns>
    public long? Refuse(IPAddress? address)
    {
        // One address that floods must not use up everybody's.
        if (byAddress.Take(address) is { IsAdmitted: false } own) return own.Seconds;
        return total.Take(options.Value.Total) is { IsAdmitted: false } all ? all.Seconds : null;
    }
}
