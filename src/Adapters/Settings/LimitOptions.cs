using System.ComponentModel.DataAnnotations;

namespace HealthBao.Adapters.Settings;

/// <summary>The section <c>Limits</c>: how often travellers may ask for passes. The hub's own calls are not limited.</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>How many times a minute one native code's content may be sent.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Limits:PerCode must be at least 1.")]
    public int PerCode { get; set; } = 60;

    /// <summary>How many times a minute one network address may ask; many people stand behind one.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Limits:PerAddress must be at least 1.")]
    public int PerAddress { get; set; } = 6000;
}
