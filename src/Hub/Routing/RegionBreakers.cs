using System.Collections.Concurrent;
using Polly.CircuitBreaker;

namespace HealthBao.Hub.Routing;

/// <summary>The states of the regions' circuit breakers.</summary>
internal sealed class RegionBreakers
{
    public const string Closed = "closed";
    public const string Open = "open";
    public const string HalfOpen = "half-open";

    private readonly ConcurrentDictionary<string, CircuitBreakerStateProvider> providers = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> States { get; } = [Closed, Open, HalfOpen];

    public CircuitBreakerStateProvider ProviderOf(string region) => providers.GetOrAdd(region, _ => new());

    public string StateOf(string region) => !providers.TryGetValue(region, out var provider) ? Closed : provider.CircuitState switch
    {
        CircuitState.Closed => Closed,
        CircuitState.HalfOpen => HalfOpen,
        _ => Open,
    };
}
