using System.ComponentModel.DataAnnotations;
using HealthBao.Adapters.Enquiry;

namespace HealthBao.Adapters.Regions.Beijing;

/// <summary>Where 健康宝 answers partners, and as whom it knows us.</summary>
public sealed class BeijingSourceOptions
{
    /// <summary>Scheme, host and port.</summary>
    [HttpAddress]
    public Uri? Address { get; set; }

    /// <summary>The partner's name, at most 64 characters.</summary>
    [Required, MaxLength(64)]
    public string AppId { get; set; } = "";

    /// <summary>The partner's HMAC secret, at least 16 characters; used as UTF-8.</summary>
    [Required, MinLength(16)]
    public string Secret { get; set; } = "";
}
