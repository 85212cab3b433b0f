using System.Text.Json.Serialization;

namespace HealthBao.Adapters.Regions.Hebei.Protocol;

/// <summary><c>data</c> of <c>validateInfo</c> and <c>queryInfo</c>.</summary>
internal sealed record HebeiHealthData
{
    /// <summary><c>00</c> green, <c>01</c> yellow, <c>10</c> red, <c>20</c> none or failed.</summary>
    [JsonRequired] public required string Fxdj { get; init; }

    /// <summary>The same in words; may say otherwise.</summary>
    public string? HasWarm { get; init; }

    public string? WarnType { get; init; }

    /// <summary>Empty where nobody is known.</summary>
    public string? Uuid { get; init; }

    /// <summary>JSON inside a JSON string: <see cref="HebeiContent"/>.</summary>
    public string? Content { get; init; }
}
