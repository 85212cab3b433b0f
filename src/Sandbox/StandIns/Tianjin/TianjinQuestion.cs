using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealthBao.Sandbox.StandIns.Tianjin;

/// <summary>The <c>biz_content</c> of a question: a scanned code, or kind, number and name.</summary>
internal sealed record TianjinQuestion
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 4,
    };

    public string? CityCode { get; init; }

    public string? CodeContent { get; init; }

    public string? CertType { get; init; }

    public string? CertNo { get; init; }

    public string? UserName { get; init; }

    /// <summary>Null when it is not what the method asks with.</summary>
    public static TianjinQuestion? Parse(string method, string content)
    {
        try
        {
            return JsonSerializer.Deserialize<TianjinQuestion>(content, Strict) is { } question && question.Fits(method) ? question : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool Fits(string method) => CityCode == "120000" && method switch
    {
        "tj.healthcode.verify" => CodeContent is { Length: > 0 } && CertType is null && CertNo is null && UserName is null,
        "tj.healthcode.query" => CodeContent is null && CertType is { Length: > 0 } && CertNo is { Length: > 0 } && UserName is { Length: > 0 },
        _ => false,
    };
}
