using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealthBao.Hub.Recognition;

/// <summary>An operator's word that a policy cannot wait.</summary>
internal sealed record PolicyApproval(bool Urgent, string Reason)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static bool TryRead(ReadOnlySpan<byte> json, out string? urgentReason)
    {
        urgentReason = null;
        try
        {
            if (JsonSerializer.Deserialize<PolicyApproval>(json, Strict) is not { Urgent: true, Reason: { Length: > 0 and <= 200 } reason } || reason.Any(char.IsControl)) return false;
            urgentReason = reason;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
