using System.ComponentModel.DataAnnotations;

namespace HealthBao.Adapters.Regions.Hebei.Cities.Baoding;

/// <summary>The configuration <c>Source:Cities:Baoding</c>.</summary>
public sealed class BaodingSourceOptions
{
    /// <summary>Where <c>/services/jkm</c> is, for example <c>https://jkm.baoding.example</c>.</summary>
    [Required, Url]
    public string Address { get; set; } = "";
}
