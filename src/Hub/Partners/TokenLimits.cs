using System.Net;
using HealthBao.Hub.Limits;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Partners;

/// <summary>How often the token endpoint may be called: each call costs a signature and, refused, a line of log.</summary>
internal sealed class TokenLimits(IOptions<TokenLimitOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly CallWindow total = new(Minute, clock);
    private readonly Lock gate = new();
    private Dictionary<IPAddress, CallWindow> byAddress = [];
    private long began = clock.GetTimestamp();

    /// <returns>After how many seconds to come again, or null when the call is within the limits.</returns>
    public long? Refuse(IPAddress? address)
    {
        // One address that floods must not use up everybody's.
        if (WindowOf(address ?? IPAddress.None).Take(options.Value.PerAddress) is { IsAdmitted: false } own) return own.Seconds;
        return total.Take(options.Value.Total) is { IsAdmitted: false } all ? all.Seconds : null;
    }

    private CallWindow WindowOf(IPAddress address)
    {
        lock (gate)
        {
            if (clock.GetElapsedTime(began) >= Minute) (byAddress, began) = ([], clock.GetTimestamp());
            if (byAddress.TryGetValue(address, out var window)) return window;
            if (byAddress.Count >= options.Value.Addresses) address = IPAddress.None;
            return byAddress.TryGetValue(address, out var shared) ? shared : byAddress[address] = new(Minute, clock);
        }
    }
}
