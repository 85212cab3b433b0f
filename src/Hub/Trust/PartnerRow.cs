namespace HealthBao.Hub.Trust;

/// <summary>A partner in the register.</summary>
public sealed class PartnerRow
{
    public required string ClientId { get; set; }

    public required string Region { get; set; }

    /// <summary>Scopes separated by spaces.</summary>
    public required string Scope { get; set; }

    /// <summary>A JWKS document.</summary>
    public required string Jwks { get; set; }
}
