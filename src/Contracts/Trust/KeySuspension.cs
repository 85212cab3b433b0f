using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>
/// A region's word that a day key of its own counts no more, <c>typ: key-suspension+jwt</c>, signed by its enrolment key: lost, copied, or
/// simply not its any more. There is no way back: a key in doubt does not become trusted again, the region states another one.
/// </summary>
/// <param name="Region">The region; it can suspend keys of its own only.</param>
/// <param name="Id">The <c>jti</c>: a suspension counts once.</param>
/// <param name="Kid">The thumbprint of the key.</param>
public sealed record KeySuspension(string Region, string Id, string Kid)
{
    /// <summary>The <c>typ</c>.</summary>
    public const string Type = "key-suspension+jwt";

    /// <summary>The largest token accepted.</summary>
    public const int MaxBytes = 4 * 1024;

    /// <summary>Signs a suspension.</summary>
    /// <param name="issuer">The region's issuer identity.</param>
    /// <param name="region">The region.</param>
    /// <param name="kid">The thumbprint of the key.</param>
    /// <param name="enrolmentKey">The region's enrolment key.</param>
    /// <param name="now">The region's instant; the token lives five minutes.</param>
    public static string Sign(string issuer, string region, string kid, SigningKey enrolmentKey, DateTimeOffset now) => SignedToken.Sign(Type, enrolmentKey, ClaimsJson.Write(
        new Claims(issuer, now.ToUnixTimeSeconds(), (now + ShortLived.Life).ToUnixTimeSeconds(), ShortLived.NewId(), region, kid)));

    /// <summary>Reads the region that an unverified token claims to speak for, to find the enrolment key it must be signed by.</summary>
    public static string? ClaimedRegion(string? token) => ClaimsJson.Read<Claims>(SignedToken.ReadUnverified(token, MaxBytes))?.Region;

    /// <summary>Verifies a suspension of one participant: signature by its enrolment key, its own issuer and region, alive now.</summary>
    /// <returns>The suspension, or null when any of that fails; the caller must still see to it that <see cref="Id"/> counts once.</returns>
    public static KeySuspension? Verify(string? token, string issuer, string region, VerificationKey enrolmentKey, DateTimeOffset now)
    {
        var claims = ClaimsJson.Read<Claims>(SignedToken.Verify(token, Type, kid => kid == enrolmentKey.Kid ? enrolmentKey : null, MaxBytes));
        if (claims is null || claims.Iss != issuer || claims.Region != region || !ShortLived.IsId(claims.Jti)) return null;
        return ShortLived.IsAlive(claims.Iat, claims.Exp, now) ? new(region, claims.Jti, claims.Kid) : null;
    }

    private sealed record Claims(string Iss, long Iat, long Exp, string Jti, string Region, string Kid);
}
