using System.ComponentModel.DataAnnotations;

namespace HealthBao.Adapters.Settings;

/// <summary>The section <c>Adapter</c>.</summary>
public sealed class AdapterOptions
{
    public const string Section = "Adapter";

    /// <summary>The private address at which the hub reaches this adapter; by default the first one it listens on.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>Where keys, day stores and nightly files lie; by default <c>data/adapters/{region}</c>.</summary>
    public string? DataDirectory { get; set; }

    /// <summary>How many places of the status list become visible at a time: 16 … 1,048,576, a multiple of 4.</summary>
    [Range(16, 1 << 20, ErrorMessage = "Adapter:StatusListBlock must lie between 16 and 1048576.")]
    public int StatusListBlock { get; set; } = 65536;

    /// <summary>After how long a reader of the status list asks again: 1 s … 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Adapter:StatusListTimeToLive must lie between 1 second and 1 hour.")]
    public TimeSpan StatusListTimeToLive { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many days the records of accepted changes are kept: half a year (184) … 10 years.</summary>
    [Range(184, 3660, ErrorMessage = "Adapter:ChangeRecordDays must lie between 184 and 3660.")]
    public int ChangeRecordDays { get; set; } = 190;

    /// <summary>Addresses and networks (CIDR) of proxies whose <c>X-Forwarded-For</c> is believed, such as the hub's; by default this machine's own.</summary>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <summary>How long one call of the region's own system may take: 100 ms … 1 min; an enquiry of several calls, four times that.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Adapter:SourceTimeout must lie between 0.1 seconds and 1 minute.")]
    public TimeSpan SourceTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many calls of the region's own system may be under way at once; as many again wait four times over.</summary>
    [Range(1, 10_000, ErrorMessage = "Adapter:SourceConcurrency must lie between 1 and 10000.")]
    public int SourceConcurrency { get; set; } = 128;
}
