using System.Text.Json.Serialization;

namespace HealthBao.Adapters.Regions.Hebei.Protocol;

/// <summary>One report on the person's health.</summary>
internal sealed record HebeiReport
{
    /// <summary>Misspelt in the real interface.</summary>
    [JsonRequired] public required string HealthyStaus { get; init; }
}
