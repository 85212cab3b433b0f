using System.Text.Json.Serialization;

namespace HealthBao.Adapters.Regions.Hebei.Protocol;

/// <summary>The person as the province masks them.</summary>
internal sealed record HebeiPerson
{
    [JsonRequired] public required string DesensitizeName { get; init; }

    [JsonRequired] public required string DesensitizeCardId { get; init; }

    /// <summary>The kind of document, numbered as everywhere in the province. Not in the published interface: see the README.</summary>
    public string? Zjlx { get; init; }
}
