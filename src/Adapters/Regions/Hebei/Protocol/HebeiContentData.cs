using System.Text.Json.Serialization;

namespace HealthBao.Adapters.Regions.Hebei.Protocol;

/// <summary>The person and the reports inside <see cref="HebeiContent"/>.</summary>
internal sealed record HebeiContentData
{
    [JsonRequired] public required HebeiPerson Person { get; init; }

    [JsonRequired] public required IReadOnlyList<HebeiReport?> HealthyReport { get; init; }
}
