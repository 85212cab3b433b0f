using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealthBao.Hub.Limits;

/// <summary>What an operator has set for one partner. What is not set is as <see cref="LimitOptions"/> says.</summary>
public sealed record PartnerLimits
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static PartnerLimits None { get; } = new();

    public int? Verify { get; init; }

    public int? Batch { get; init; }

    public int? Query { get; init; }

    public int? Trust { get; init; }

    public int? Audit { get; init; }

    /// <summary>Status queries in a Beijing day.</summary>
    public long? QueryBudget { get; init; }

    public int? Of(CallKind kind) => kind switch
    {
        CallKind.Verify => Verify,
        CallKind.Batch => Batch,
        CallKind.Query => Query,
        CallKind.Trust => Trust,
        _ => Audit,
    };

    /// <summary>The row's text; null where nothing is set.</summary>
    public string? ToJson() => this == None ? null : JsonSerializer.Serialize(this, Json);

    /// <summary>Reads the row's text; null when it cannot be read.</summary>
    public static PartnerLimits? Parse(string? json)
    {
        if (json is null) return None;
        try
        {
            return JsonSerializer.Deserialize<PartnerLimits>(json, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
