using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub;

/// <summary>The hub's own settings, section <c>Hub</c>. Every one works when absent.</summary>
public sealed class HubOptions
{
    /// <summary>The hub's identity in the tokens it signs; never fetched.</summary>
    [Required, Url] public string Issuer { get; set; } = "https://hub.healthbao.example";

    /// <summary>The address under which partners and travellers reach the hub.</summary>
    [Required] public Uri PublicAddress { get; set; } = new("http://127.0.0.1:8000");

    /// <summary>Where the hub's keys and, with SQLite, its register lie. Nodes of one hub share it.</summary>
    [Required] public string DataDirectory { get; set; } = "data/hub";

    /// <summary>Further recognition policies, one JSON file each; null for those shipped.</summary>
    public string? PolicyDirectory { get; set; }

    /// <summary>How long before its first instant a policy must be announced, in hours, unless the operator approves it as urgent.</summary>
    [Range(0, 24 * 365)] public int PolicyNoticeHours { get; set; } = 48;

    /// <summary>Regions that a hub takes only when told to: made-up participants such as 990000.</summary>
    public IList<string> MadeUpRegions { get; set; } = [];

    /// <summary>Partners registered at start, so that an operator can sign in at all.</summary>
    [ValidateEnumeratedItems]
    public IList<PartnerOptions> Partners { get; set; } = [];

    /// <summary>How often a node looks for what other nodes changed in the register, in milliseconds.</summary>
    [Range(50, 1000)] public int RegisterPollMilliseconds { get; set; } = 250;

    /// <summary>The time-out of a call to a region, in seconds.</summary>
    [Range(1, 60)] public int RegionTimeoutSeconds { get; set; } = 8;

    /// <summary>The most calls to one region at once.</summary>
    [Range(1, 10_000)] public int RegionConcurrency { get; set; } = 256;
}
