using System.ComponentModel.DataAnnotations;

namespace HealthBao.Hub.Partners;

/// <summary>How partners join, section <c>Partners</c>. Every setting works when absent.</summary>
public sealed class PartnerJoiningOptions
{
    /// <summary>The most requests to join that wait for the operator.</summary>
    [Range(1, 10_000)] public int Pending { get; set; } = 100;

    /// <summary>The most of these from one network address.</summary>
    [Range(1, 10_000)] public int PendingPerAddress { get; set; } = 5;

    /// <summary>How many requests one network address may send in a minute.</summary>
    [Range(1, 100_000)] public int RequestsPerMinute { get; set; } = 20;

    /// <summary>After how many days a request that nobody decided is dropped.</summary>
    [Range(1, 365)] public int PendingDays { get; set; } = 14;

    /// <summary>Hosts of key documents that may have private addresses: for closed networks. Every other must be public.</summary>
    public IList<string> PrivateKeyHosts { get; set; } = [];

    /// <summary>A PEM file with the certificate authority of those hosts; null for the machine's own.</summary>
    public string? PrivateKeyAuthority { get; set; }
}
