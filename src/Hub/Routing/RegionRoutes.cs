using HealthBao.Hub.Trust;
using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace HealthBao.Hub.Routing;

/// <summary>
/// YARP's routes and clusters, made from the register: one cluster per region, and by allow-list the few addresses of an adapter that
/// anybody may reach. Everything else of an adapter is unreachable from outside.
/// </summary>
internal sealed class RegionRoutes : IProxyConfigProvider
{
    // What stands in a place is bounded to what may stand there, so that nothing odd is left to the adapter to make sense of.
    private static readonly (string Name, string Method, string Path)[] Allowed =
    [
        ("jwks", "GET", "/.well-known/jwks.json"),
        ("crl", "GET", "/.well-known/crl/{kid:regex(^[A-Za-z0-9_-]{{43}}$)}.json"),
        ("concept-map", "GET", "/.well-known/concept-map"),
        ("status", "GET", "/status/{day:regex(^[0-9]{{8}}$)}"),
        ("passes", "POST", "/v1/passes"),
        ("correct", "POST", "/v1/corrections"),
        ("correction", "GET", "/v1/corrections/{ticket:regex(^[A-Za-z0-9_-]{{1,64}}$)}"),
    ];

    private const string ClusterPrefix = "region-";

    private readonly TrustSource trust;
    private volatile Config current;

    public RegionRoutes(TrustSource trust)
    {
        this.trust = trust;
        current = Make(trust.Current);
        trust.Changed += Replace;
    }

    public IProxyConfig GetConfig() => current;

    public static string ClusterOf(string region) => ClusterPrefix + region;

    public static string RegionOf(string cluster) => cluster[ClusterPrefix.Length..];

    private void Replace()
    {
        var before = current;
        if (before.Matches(trust.Current)) return;
        current = Make(trust.Current);
        before.SignalChange();
    }

    private static Config Make(TrustState state)
    {
        var reachable = Reachable(state);
        return new(
            [.. reachable.SelectMany(r => Allowed.Select(a => Route(r.Key, a.Name, a.Method, a.Path)))],
            [.. reachable.Select(r => Cluster(r.Key, r.Value))],
            reachable);
    }

    private static SortedDictionary<string, string> Reachable(TrustState state) => new(
        state.Enrolments.Where(e => e.Value.State != "pending").ToDictionary(e => e.Key, e => e.Value.AdapterAddress.ToString()), StringComparer.Ordinal);

    private static RouteConfig Route(string region, string name, string method, string path) => new()
    {
        RouteId = $"{region}-{name}",
        ClusterId = ClusterOf(region),
        MaxRequestBodySize = 64 * 1024,
        Match = new() { Path = $"/regions/{region}{path}", Methods = [method] },
        Transforms =
        [
            new Dictionary<string, string> { ["PathRemovePrefix"] = $"/regions/{region}" },
            // The adapter counts by address: whatever a client says of its own is replaced.
            new Dictionary<string, string> { ["X-Forwarded"] = "Set" },
            new Dictionary<string, string> { ["RequestHeaderRemove"] = "Forwarded" },
            // Only the hub's own calls carry the hub's word; nobody passes one through.
            new Dictionary<string, string> { ["RequestHeaderRemove"] = "Authorization" },
            new Dictionary<string, string> { ["RequestHeaderRemove"] = "Cookie" },
        ],
    };

    private static ClusterConfig Cluster(string region, string address) => new()
    {
        ClusterId = ClusterOf(region),
        Destinations = new Dictionary<string, DestinationConfig> { ["adapter"] = new() { Address = address } },
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromSeconds(30) },
    };

    private sealed class Config(IReadOnlyList<RouteConfig> routes, IReadOnlyList<ClusterConfig> clusters, SortedDictionary<string, string> reachable) : IProxyConfig
    {
        private readonly CancellationTokenSource changed = new();

        public IReadOnlyList<RouteConfig> Routes => routes;

        public IReadOnlyList<ClusterConfig> Clusters => clusters;

        public IChangeToken ChangeToken => new CancellationChangeToken(changed.Token);

        public bool Matches(TrustState state) => reachable.SequenceEqual(Reachable(state));

        public void SignalChange() => changed.Cancel();
    }
}
