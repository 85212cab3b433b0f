using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Trust;

/// <summary>
/// An adapter's answer to the hub's status query, <c>typ: status-answer+jwt</c>, signed by the day's key, so that
/// “nothing held” and “source late” are a region's word too and not only its passes.
/// </summary>
/// <param name="Status">The shared status.</param>
/// <param name="Reason"><c>source-late</c>, or null.</param>
/// <param name="Pass">The pass in the API rendition; null where the status has none.</param>
/// <param name="Card">The card rendition; null likewise.</param>
public sealed record StatusAnswer(HealthStatus Status, string? Reason, string? Pass, string? Card)
{
    /// <summary>The <c>typ</c>.</summary>
    public const string Type = "status-answer+jwt";

    /// <summary>The media type.</summary>
    public const string MediaType = "application/status-answer+jwt";

    private const int MaxBytes = 16 * 1024;

    /// <summary>Signs the answer to one call.</summary>
    /// <param name="issuer">The region's issuer identity.</param>
    /// <param name="callId">The <see cref="HubCall.Id"/> that is answered.</param>
    /// <param name="key">The day's key.</param>
    /// <param name="now">The adapter's instant.</param>
    public string Sign(string issuer, string callId, SigningKey key, DateTimeOffset now) =>
        SignedToken.Sign(Type, key, ClaimsJson.Write(new Claims(issuer, now.ToUnixTimeSeconds(), callId, Status.Code(), Reason, Pass, Card)));

    /// <summary>Verifies the answer to one call.</summary>
    /// <returns>The answer, or null when it is not signed by a key of the issuer or answers another call.</returns>
    public static StatusAnswer? Verify(string? token, TrustedIssuer issuer, string callId)
    {
        var claims = ClaimsJson.Read<Claims>(SignedToken.Verify(token, Type, kid => issuer.FindKey(kid)?.Key, MaxBytes));
        return claims?.Iss == issuer.Listed.Issuer && claims.InResponseTo == callId && HealthStatuses.TryParse(claims.Status, out var status)
            ? new(status, claims.Reason, claims.Pass, claims.Card)
            : null;
    }

    private sealed record Claims(string Iss, long Iat, string InResponseTo, string Status, string? Reason = null, string? Pass = null, string? Card = null);
}
