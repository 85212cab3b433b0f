using System.Text.Json;
using HealthBao.Adapters.Enquiry;

namespace HealthBao.Adapters.Regions.Beijing;

/// <summary>The envelope of every answer of 健康宝, always with HTTP 200.</summary>
internal sealed record BeijingReply
{
    public const string Sound = "0";

    /// <summary>The signature is too old, or its nonce was seen before.</summary>
    public const string SessionExpired = "BIF:10401";

    private const int MaxBytes = 16 * 1024;

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowDuplicateProperties = false,
        MaxDepth = 8,
    };

    public string? Errcode { get; init; }

    public BeijingData? Data { get; init; }

    /// <summary>Members of a wrong type, members that stand twice, depth, another charset and half a document are unreadable.</summary>
    public static SourceAnswer<BeijingReply> Parse(SourceReply reply)
    {
        if (reply.Body.Length > MaxBytes) return SourceFault.TooLarge;
        if (!Utf8Text.TryRead(reply, out var text)) return SourceFault.Unreadable;
        try
        {
            return JsonSerializer.Deserialize<BeijingReply>(text, Strict) is { Errcode: not null } read ? read : SourceFault.Unreadable;
        }
        catch (JsonException)
        {
            return SourceFault.Unreadable;
        }
    }
}
