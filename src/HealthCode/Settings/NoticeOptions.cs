using System.ComponentModel.DataAnnotations;

namespace HealthBao.HealthCode.Settings;

/// <summary>The section <c>Notices</c>: the region's adapter, which is told of changes.</summary>
public sealed class NoticeOptions
{
    public const string Section = "Notices";

    /// <summary>The adapter's address; without one nobody is told.</summary>
    public string? Adapter { get; set; }

    /// <summary>The secret the adapter knows as <c>NativeSystem:Secret</c>.</summary>
    [MinLength(16, ErrorMessage = "Notices:Secret must have at least 16 characters.")]
    public string? Secret { get; set; }

    /// <summary>The name of this system's codes, <c>native.system</c> in a notice being <c>urn:…:{name}</c>.</summary>
    [Required(ErrorMessage = "Notices:CodeSystem is missing.")]
    public string CodeSystem { get; set; } = "beijing";
}
