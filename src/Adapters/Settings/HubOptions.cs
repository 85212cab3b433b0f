using System.ComponentModel.DataAnnotations;

namespace HealthBao.Adapters.Settings;

/// <summary>The section <c>Hub</c>.</summary>
public sealed class HubOptions
{
    public const string Section = "Hub";

    /// <summary>The hub that this region joins.</summary>
    [Required(ErrorMessage = "Hub:Address is missing.")]
    public string Address { get; set; } = "http://127.0.0.1:8000";

    /// <summary>The hub's public call key: a JWK, or the path of a file that holds one (the file may come later).</summary>
    [Required(ErrorMessage = "Hub:CallKey is missing: a JWK or the path of a file that holds one.")]
    public string CallKey { get; set; } = "data/hub/call-key.jwk.json";

    /// <summary>The hub's public trust anchor: a JWK, or the path of a file that holds one (the file may come later).</summary>
    [Required(ErrorMessage = "Hub:TrustAnchor is missing: a JWK or the path of a file that holds one.")]
    public string TrustAnchor { get; set; } = "data/hub/trust-anchor.jwk.json";
}
