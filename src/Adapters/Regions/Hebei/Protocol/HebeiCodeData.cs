using System.Text.Json.Serialization;

namespace HealthBao.Adapters.Regions.Hebei.Protocol;

/// <summary><c>data</c> of <c>validateCode</c>: an opaque text to be sent back in the second step.</summary>
internal sealed record HebeiCodeData
{
    [JsonRequired] public required string BizExtData { get; init; }
}
