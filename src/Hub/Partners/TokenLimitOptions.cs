using System.ComponentModel.DataAnnotations;

namespace HealthBao.Hub.Partners;

/// <summary>How often the token endpoint may be called, section <c>TokenLimits</c>: anybody may, before anything is proven. Counted by each node.</summary>
public sealed class TokenLimitOptions
{
    /// <summary>Calls of one network address in a minute.</summary>
    [Range(1, 1_000_000)] public int PerAddress { get; set; } = 600;

    /// <summary>Calls of everybody in a minute.</summary>
    [Range(1, 10_000_000)] public int Total { get; set; } = 6_000;

    /// <summary>Network addresses that are counted apart in a minute; whoever comes from a further one shares one count.</summary>
    [Range(1, 10_000_000)] public int Addresses { get; set; } = 10_000;
}
