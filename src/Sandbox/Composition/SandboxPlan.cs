using System.Globalization;
using System.Security.Cryptography;
using HealthBao.Contracts.Jose;
using HealthBao.Sandbox.Control;
using HealthBao.Sandbox.Demo;

namespace HealthBao.Sandbox.Composition;

/// <summary>Every part's plan: addresses, made-up credentials, settings. Sources come after the adapters that they tell.</summary>
public sealed class SandboxPlan
{
    private static readonly (string Region, int Adapter)[] Regions = [("110000", 8111), ("120000", 8112), ("130000", 8113), (DemoAdapter.Region, 8199)];

    private static readonly (string Source, string Region, int Port)[] Sources =
        [("beijing", "110000", 8211), ("tianjin", "120000", 8212), ("hebei", "130000", 8213), ("baoding", "130000", 8214), ("xingtai", "130000", 8215)];

    private static readonly string[] HubLimits =
    [
        "Limits:VerifyPerMinute", "Limits:BatchPerMinute", "Limits:QueryPerMinute", "Limits:TrustPerMinute", "Limits:AuditPerMinute", "Limits:QueryBudget",
        "TokenLimits:PerAddress", "TokenLimits:Total", "Alarms:Unknown", "Alarms:Burst", "Alarms:Mismatches",
    ];

    private readonly SandboxOptions options;
    private readonly string beijingSecret = NewSecret();
    private readonly RSA tianjinKey = RSA.Create(2048);
    private readonly Dictionary<string, string> nativeSecrets = Regions.ToDictionary(r => r.Region, _ => NewSecret());

    public SandboxPlan(SandboxOptions options, string control)
    {
        this.options = options;
        Partners = [.. new[] { ("110000", "beijing-gate"), ("120000", "tianjin-gate"), ("130000", "hebei-gate") }.Select(p => new SandboxPartner(p.Item1, p.Item2, "verify query", KeptKey.Of(PartnerKeys, p.Item2)))];
        Operator = new("000000", "sandbox-operator", "trust audit", SigningKey.Create());
        Hub = new("hub", "hub", "", Address(8000), HubSettings(control));
        Adapters = [.. Regions.Select(r => new PartPlan("adapter-" + r.Region, "adapter", r.Region, Address(r.Adapter), AdapterSettings(r.Region)))];
        NativeSystems = [.. Sources.Select(s => new PartPlan("source-" + s.Source, "source", s.Region, Address(s.Port), SourceSettings(s.Source, s.Region)))];
    }

    /// <summary>Every port the sandbox listens on, before the shift.</summary>
    public static IEnumerable<int> Ports => [8000, .. Regions.Select(r => r.Adapter), .. Sources.Select(s => s.Port)];

    public IReadOnlyList<SandboxPartner> Partners { get; }

    /// <summary>Who approves the regions that ask to join.</summary>
    public SandboxPartner Operator { get; }

    public PartPlan Hub { get; }

    public IReadOnlyList<PartPlan> Adapters { get; }

    public IReadOnlyList<PartPlan> NativeSystems { get; }

    private string PartnerKeys => Path.Combine(Path.GetFullPath(options.Data), "partners");

    private string Address(int port) => $"http://127.0.0.1:{port + options.PortBase}";

    private Dictionary<string, string?> HubSettings(string control)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Hub:PublicAddress"] = Address(8000),
            ["Hub:DataDirectory"] = Path.Combine(Path.GetFullPath(options.Data), "hub"),
            ["Hub:MadeUpRegions:0"] = DemoAdapter.Region,
            ["Hub:Partners:0:ClientId"] = Operator.ClientId,
            ["Hub:Partners:0:Region"] = Operator.Region,
            ["Hub:Partners:0:Scope"] = Operator.Scope,
            ["Hub:Partners:0:Jwks"] = Operator.Jwks,
            ["Sandbox:Control"] = control,
        };
        if (options.FloorMilliseconds is { } floor) settings["Queries:FloorMilliseconds"] = floor.ToString(CultureInfo.InvariantCulture);
        if (!options.Limits) foreach (var limit in HubLimits) settings[limit] = "1000000";
        return WithStorage(settings);
    }

    private Dictionary<string, string?> AdapterSettings(string region)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Adapter:DataDirectory"] = Path.Combine(Path.GetFullPath(options.Data), "adapters", region),
            ["Hub:Address"] = Address(8000),
            ["Hub:CallKey"] = Path.Combine(Path.GetFullPath(options.Data), "hub", "call-key.jwk.json"),
            ["Hub:TrustAnchor"] = Path.Combine(Path.GetFullPath(options.Data), "hub", "trust-anchor.jwk.json"),
            ["NativeSystem:Secret"] = nativeSecrets[region],
        };
        if (!options.Limits) (settings["Limits:PerCode"], settings["Limits:PerAddress"]) = ("1000000", "1000000");
        foreach (var (key, value) in SourceOptions(region)) settings["Source:" + key] = value;
        return WithStorage(settings);
    }

    private Dictionary<string, string?> SourceOptions(string region) => region switch
    {
        "110000" => new() { ["Address"] = Address(8211), ["AppId"] = "jjj-adapter", ["Secret"] = beijingSecret },
        "120000" => new() { ["Address"] = Address(8212), ["AppId"] = "jjj-adapter", ["PrivateKeyPem"] = tianjinKey.ExportPkcs8PrivateKeyPem() },
        "130000" => new() { ["Address"] = Address(8213), ["Cities:Baoding:Address"] = Address(8214) },
        _ => [],
    };

    /// <summary>The offices that may feed Beijing's system, with their made-up secrets.</summary>
    public IReadOnlyList<(string Code, string Secret)> Offices { get; } =
        [.. new[] { "110000/CDC", "110000/COMMUNITY", "110000/HEALTH", "110105/COMMUNITY", "110105001002/COMMUNITY" }.Select(o => (o, NewSecret()))];

    private Dictionary<string, string?> SourceSettings(string source, string region) => source == "beijing" ? BeijingSettings(region) : new()
    {
        ["Source"] = source,
        ["People"] = options.People.ToString(CultureInfo.InvariantCulture),
        ["Adapter"] = Address(Regions.First(r => r.Region == region).Adapter),
        ["Secret"] = nativeSecrets[region],
        ["AppId"] = "jjj-adapter",
        ["PublicKeyPem"] = tianjinKey.ExportSubjectPublicKeyInfoPem(),
    };

    private Dictionary<string, string?> BeijingSettings(string region)
    {
        var adapter = Address(Regions.First(r => r.Region == region).Adapter);
        var settings = new Dictionary<string, string?>
        {
            ["Source"] = "beijing",
            ["People"] = options.People.ToString(CultureInfo.InvariantCulture),
            ["Adapter"] = adapter,
            ["Secret"] = nativeSecrets[region],
            ["HealthCode:Region"] = region,
            ["HealthCode:DataDirectory"] = Path.Combine(Path.GetFullPath(options.Data), "healthcode", region),
            ["Partner:AppId"] = "jjj-adapter",
            ["Partner:Secret"] = beijingSecret,
            ["Notices:Adapter"] = adapter,
            ["Notices:Secret"] = nativeSecrets[region],
            // Made-up people are many from the first file on, and their codes change as somebody tries things out.
            ["Feeds:MassChange"] = "10000",
        };
        foreach (var (office, i) in Offices.Select((o, i) => (o, i))) (settings[$"Offices:{i}:Code"], settings[$"Offices:{i}:Secret"]) = office;
        return WithStorage(settings);
    }

    private Dictionary<string, string?> WithStorage(Dictionary<string, string?> settings)
    {
        if (options.Postgres is not null) (settings["Storage:Provider"], settings["Storage:ConnectionString"]) = ("postgres", options.Postgres);
        return settings;
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
