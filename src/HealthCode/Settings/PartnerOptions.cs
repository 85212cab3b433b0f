using System.ComponentModel.DataAnnotations;

namespace HealthBao.HealthCode.Settings;

/// <summary>The section <c>Partner</c>: who may ask by the native interface, the region's adapter as a rule.</summary>
public sealed class PartnerOptions
{
    public const string Section = "Partner";

    /// <summary>The partner's name, <c>appId</c> on the wire.</summary>
    [Required(ErrorMessage = "Partner:AppId is missing."), MaxLength(64, ErrorMessage = "Partner:AppId must have at most 64 characters.")]
    public string AppId { get; set; } = "healthbao";

    /// <summary>The HMAC secret, at least 16 characters, used as UTF-8. Without one every question is refused.</summary>
    [MinLength(16, ErrorMessage = "Partner:Secret must have at least 16 characters.")]
    public string? Secret { get; set; }
}
