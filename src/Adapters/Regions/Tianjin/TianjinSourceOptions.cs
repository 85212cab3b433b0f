using System.ComponentModel.DataAnnotations;
using HealthBao.Adapters.Enquiry;

namespace HealthBao.Adapters.Regions.Tianjin;

/// <summary>Where 津心办's open platform answers, and as whom it knows us.</summary>
public sealed class TianjinSourceOptions
{
    /// <summary>Scheme, host and port.</summary>
    [HttpAddress]
    public Uri? Address { get; set; }

    /// <summary>The application's name at the platform, at most 64 characters.</summary>
    [Required, MaxLength(64)]
    public string AppId { get; set; } = "";

    /// <summary>The application's RSA private key (PKCS #8 or PKCS #1, PEM), at least 2048 bits.</summary>
    [Required]
    public string PrivateKeyPem { get; set; } = "";
}
