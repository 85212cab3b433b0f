using OpenIddict.EntityFrameworkCore.Models;

namespace HealthBao.Hub.Trust;

/// <summary>A partner in the register: OpenIddict's application, and what the hub knows of it besides. <c>JsonWebKeySet</c> holds its public keys.</summary>
public sealed class PartnerRow : OpenIddictEntityFrameworkCoreApplication<string, PartnerAuthorizationRow, PartnerTokenRow>
{
    public required string Region { get; set; }

    /// <summary><c>pending</c>, <c>active</c> or <c>suspended</c>.</summary>
    public required string State { get; set; }

    /// <summary>The scopes granted, separated by spaces; empty while it is pending.</summary>
    public required string Scope { get; set; }

    /// <summary>The scopes asked for, separated by spaces.</summary>
    public required string ScopeAsked { get; set; }

    public string? NameZh { get; set; }

    public string? NameEn { get; set; }

    public string? Contact { get; set; }

    /// <summary>Where its keys are published, as the operator named it; null when they stand in the row.</summary>
    public string? JwksUri { get; set; }

    /// <summary>Where it says its keys are published: counts for nothing.</summary>
    public string? JwksUriAsked { get; set; }

    /// <summary>What an operator has set for it apart from the usual limits, as JSON; null for nothing.</summary>
    public string? Limits { get; set; }

    /// <summary>Whether it stands in the configuration, from which alone its keys and scopes then come.</summary>
    public required bool IsConfigured { get; set; }

    /// <summary>The network address the request came from, kept while it is pending, so that one address cannot fill the register.</summary>
    public string? RequestedFrom { get; set; }

    public required long RequestedAt { get; set; }

    public long? ApprovedAt { get; set; }

    /// <summary>The partner whose operator approved.</summary>
    public string? ApprovedBy { get; set; }
}
