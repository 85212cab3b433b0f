using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>
/// A region's word that another enrolment key takes the place of its present one, <c>typ: enrolment-key-replacement+jwt</c>: signed by the
/// present key, with the proof that the new key's private half is held.
/// </summary>
/// <param name="Region">The region.</param>
/// <param name="Id">The <c>jti</c>: a replacement counts once.</param>
/// <param name="EnrolmentKey">The new key.</param>
public sealed record EnrolmentKeyReplacement(string Region, string Id, EcJwk EnrolmentKey)
{
    /// <summary>The <c>typ</c>.</summary>
    public const string Type = "enrolment-key-replacement+jwt";

    /// <summary>The largest token accepted.</summary>
    public const int MaxBytes = 4 * 1024;

    /// <summary>Signs a replacement.</summary>
    /// <param name="issuer">The region's issuer identity.</param>
    /// <param name="region">The region.</param>
    /// <param name="present">The key that is registered.</param>
    /// <param name="next">The key that takes its place.</param>
    /// <param name="now">The region's instant; the token lives five minutes.</param>
    public static string Sign(string issuer, string region, SigningKey present, SigningKey next, DateTimeOffset now)
    {
        Span<byte> proof = stackalloc byte[64];
        next.Sign(Text(region, present.Kid, next.Kid), proof);
        return SignedToken.Sign(Type, present, ClaimsJson.Write(new Claims(
            issuer, now.ToUnixTimeSeconds(), (now + ShortLived.Life).ToUnixTimeSeconds(), ShortLived.NewId(), region, ParticipantRequest.JwkElement(next.Jwk), StrictBase64Url.Encode(proof))));
    }

    /// <summary>Verifies a replacement of one participant: signature by its present key, its own issuer and region, alive now, the new key's proof.</summary>
    /// <returns>The replacement, or null when any of that fails; the caller must still see to it that <see cref="Id"/> counts once.</returns>
    public static EnrolmentKeyReplacement? Verify(string? token, string issuer, string region, VerificationKey present, DateTimeOffset now)
    {
        var claims = ClaimsJson.Read<Claims>(SignedToken.Verify(token, Type, kid => kid == present.Kid ? present : null, MaxBytes));
        if (claims is null || claims.Iss != issuer || claims.Region != region || !ShortLived.IsId(claims.Jti) || !ShortLived.IsAlive(claims.Iat, claims.Exp, now)) return null;
        if (EcJwk.Parse(claims.EnrolmentKey) is not { } next || StrictBase64Url.Decode(claims.Proof) is not { Length: 64 } proof) return null;
        return new VerificationKey(next).Verify(Text(region, present.Kid, next.Thumbprint), proof) ? new(region, claims.Jti, next) : null;
    }

    private static byte[] Text(string region, string present, string next) => Encoding.ASCII.GetBytes($"healthbao-enrolment-key.{region}.{present}.{next}");

    private sealed record Claims(string Iss, long Iat, long Exp, string Jti, string Region, JsonElement EnrolmentKey, string Proof);
}
