using System.ComponentModel.DataAnnotations;

namespace HealthBao.Adapters.Regions.Hebei;

/// <summary>The configuration <c>Source</c>: the province's own system.</summary>
public sealed class HebeiSourceOptions
{
    /// <summary>Where <c>/hbjkm/…</c> is, for example <c>https://jkm.hebei.example</c>.</summary>
    [Required, Url]
    public string Address { get; set; } = "";
}
