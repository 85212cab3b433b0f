using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace HealthBao.HealthCode.Calls;

/// <summary>Whose word for a caller's address is taken: the proxies named by the operator, or this machine's own.</summary>
internal static class TrustedProxies
{
    public static bool IsSound(string text) => IPAddress.TryParse(text, out _) || IPNetwork.TryParse(text, out _);

    /// <summary>One step back and no further: what stands before a proxy's own word was written by its client.</summary>
    public static ForwardedHeadersOptions Of(IList<string> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = 1 };
        if (proxies.Count == 0) return options;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            if (IPAddress.TryParse(proxy, out var address)) options.KnownProxies.Add(address);
            else options.KnownIPNetworks.Add(IPNetwork.Parse(proxy));

        return options;
    }
}
