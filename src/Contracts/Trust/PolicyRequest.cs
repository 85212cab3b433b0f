using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>
/// A destination's request to announce a recognition policy of its own, <c>typ: policy-request+jwt</c>, signed by its enrolment key. It
/// counts for nothing until the hub's operator approves it.
/// </summary>
/// <param name="Destination">The destination; a region can ask for its own policy only.</param>
/// <param name="Id">The <c>jti</c>: a request counts once.</param>
/// <param name="PolicyJson">The policy as JSON text, not yet read.</param>
public sealed record PolicyRequest(string Destination, string Id, string PolicyJson)
{
    /// <summary>The <c>typ</c>.</summary>
    public const string Type = "policy-request+jwt";

    /// <summary>The largest request accepted.</summary>
    public const int MaxBytes = 128 * 1024;

    /// <summary>Signs a request.</summary>
    /// <param name="issuer">The region's issuer identity.</param>
    /// <param name="destination">The region.</param>
    /// <param name="policyJson">The policy as JSON text.</param>
    /// <param name="enrolmentKey">The region's enrolment key.</param>
    /// <param name="now">The region's instant; the token lives five minutes.</param>
    public static string Sign(string issuer, string destination, string policyJson, SigningKey enrolmentKey, DateTimeOffset now) => SignedToken.Sign(Type, enrolmentKey, ClaimsJson.Write(
        new Claims(issuer, now.ToUnixTimeSeconds(), (now + ShortLived.Life).ToUnixTimeSeconds(), ShortLived.NewId(), destination, policyJson)));

    /// <summary>Reads the destination that an unverified token claims to speak for, to find the enrolment key it must be signed by.</summary>
    public static string? ClaimedDestination(string? token) => ClaimsJson.Read<Claims>(SignedToken.ReadUnverified(token, MaxBytes))?.Destination;

    /// <summary>Verifies a request of one participant: signature by its enrolment key, its own issuer and region, alive now.</summary>
    /// <returns>The request, or null when any of that fails; the caller must still see to it that <see cref="Id"/> counts once.</returns>
    public static PolicyRequest? Verify(string? token, string issuer, string destination, VerificationKey enrolmentKey, DateTimeOffset now)
    {
        var claims = ClaimsJson.Read<Claims>(SignedToken.Verify(token, Type, kid => kid == enrolmentKey.Kid ? enrolmentKey : null, MaxBytes));
        if (claims is null || claims.Iss != issuer || claims.Destination != destination || !ShortLived.IsId(claims.Jti)) return null;
        return ShortLived.IsAlive(claims.Iat, claims.Exp, now) ? new(destination, claims.Jti, claims.Policy) : null;
    }

    private sealed record Claims(string Iss, long Iat, long Exp, string Jti, string Destination, string Policy);
}
