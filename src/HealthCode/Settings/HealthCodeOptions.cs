using System.ComponentModel.DataAnnotations;

namespace HealthBao.HealthCode.Settings;

/// <summary>The section <c>HealthCode</c>.</summary>
public sealed class HealthCodeOptions
{
    public const string Section = "HealthCode";

    /// <summary>The region whose people this system knows, a province's code of GB/T 2260.</summary>
    [RegularExpression("[1-9][0-9]0000", ErrorMessage = "HealthCode:Region must be the six-digit code of a province or municipality, such as 110000.")]
    public string Region { get; set; } = "110000";

    /// <summary>Where keys, stores and the drop folder lie; by default <c>data/healthcode/{region}</c>.</summary>
    public string? DataDirectory { get; set; }

    /// <summary>Whom people call, with the area code.</summary>
    [Required(ErrorMessage = "HealthCode:Telephone is missing: the line people call, with the area code, such as 010-12345.")]
    public string Telephone { get; set; } = "010-12345";

    /// <summary>Addresses and networks (CIDR) of proxies whose <c>X-Forwarded-For</c> is believed; by default this machine's own.</summary>
    public IList<string> TrustedProxies { get; set; } = [];
}
