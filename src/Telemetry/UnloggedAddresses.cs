namespace HealthBao.Telemetry;

/// <summary>
/// Keeps what a caller wrote into an address, a header or a token out of the log, whatever level the configuration asks for: somebody
/// will put a name there, and the server's own scope would repeat the path, and with it a correction's ticket, on every line.
/// </summary>
internal static class UnloggedAddresses
{
    // Where the frameworks tell such things, and from which level on they do not.
    private static readonly (string Category, LogLevel Least)[] Telling =
    [
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None), ("Microsoft.AspNetCore.Routing", LogLevel.Warning), ("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning),
        ("OpenIddict", LogLevel.Warning), ("Yarp.ReverseProxy.Forwarder.HttpForwarder", LogLevel.Warning),
    ];

    public static void KeepAddressesOut(this ILoggingBuilder logging) => logging.Services.PostConfigure<LoggerFilterOptions>(filter =>
    {
        foreach (var rule in filter.Rules.Where(r => Telling.Any(t => r.CategoryName?.StartsWith(t.Category, StringComparison.OrdinalIgnoreCase) == true)).ToArray()) filter.Rules.Remove(rule);
        // A provider's own rule stands above one for all providers, so there is one of each.
        foreach (var provider in filter.Rules.Select(r => r.ProviderName).Append(null).Distinct().ToArray())
            foreach (var (category, least) in Telling)
                filter.Rules.Add(new(provider, category, least, null));
    });
}
