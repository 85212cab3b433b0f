using System.ComponentModel.DataAnnotations;

namespace HealthBao.Adapters.Settings;

/// <summary>The section <c>NativeSystem</c>: what the region's own system signs its calls with.</summary>
public sealed class NativeSystemOptions
{
    public const string Section = "NativeSystem";

    /// <summary>The HMAC secret, at least 16 characters, used as UTF-8. Without one, changes and files are refused.</summary>
    [MinLength(16, ErrorMessage = "NativeSystem:Secret must have at least 16 characters.")]
    public string? Secret { get; set; }
}
