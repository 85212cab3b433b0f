using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Idempotency;

/// <summary>Whose write a request is: an operator's by its access token, or, of a signed word, whoever it says it is from. The word is judged later.</summary>
internal static class WriteOwner
{
    private static readonly string[] Names = ["clientId", "iss", "region"];

    public static string? Of(HttpRequest request, byte[] body, PartnerGate gate)
    {
        if (!IsSignedWord(request)) return gate.Find(request, Scopes.Trust) is { } partner ? "partner:" + partner.ClientId : null;
        var claims = SignedToken.ReadUnverified(Encoding.UTF8.GetString(body), NamedWriteCalls.MaxBytes, maxDepth: 32);
        return claims is not null && Sender(claims) is { } sender ? "word:" + sender : null;
    }

    public static bool IsSignedWord(HttpRequest request) => request.ContentType?.StartsWith(EnrolmentCalls.MediaType, StringComparison.OrdinalIgnoreCase) == true;

    private static string? Sender(byte[] claims)
    {
        var element = JsonElement.Parse(claims);
        return Names.Select(n => element.TryGetProperty(n, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
            .FirstOrDefault(s => s is { Length: > 0 and <= 200 });
    }
}
