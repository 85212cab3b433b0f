using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealthBao.Interop.Tests.StandIns.PlayedBeijing;

/// <summary>The body of a question: a scanned code, or name, number and kind.</summary>
internal sealed record BeijingQuestion
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 4,
    };

    public string? QrCode { get; init; }

    public string? Name { get; init; }

    public string? IdCard { get; init; }

    public string? IdCardType { get; init; }

    /// <summary>Null when it is neither of the two.</summary>
    public static BeijingQuestion? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<BeijingQuestion>(body, Strict) is { IsWhole: true } question ? question : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsWhole => QrCode is { Length: > 0 }
        ? Name is null && IdCard is null && IdCardType is null
        : Name is { Length: > 0 } && IdCard is { Length: > 0 } && IdCardType is { Length: 1 };
}
