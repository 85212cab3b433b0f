using System.Text.Json.Serialization;

namespace HealthBao.Adapters.Regions.Hebei.Protocol;

/// <summary>What <c>content</c> parses to.</summary>
internal sealed record HebeiContent
{
    [JsonRequired] public required HebeiContentData Data { get; init; }
}
