using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Trust;

/// <summary>
/// A partner's request to join, or to replace its keys, <c>typ: partner-request+jwt</c>: signed by its own key, with a proof of possession
/// (<see cref="PartnerKeyProof"/>) for each further key. A new partner counts for nothing until the hub's operator approves it.
/// </summary>
/// <param name="ClientId">3 to 64 of <c>a-z 0-9 . -</c>, first and last a letter or digit.</param>
/// <param name="Region">The region the partner belongs to.</param>
/// <param name="Names">What people call it, each at most 100 characters.</param>
/// <param name="Scopes">What it asks for.</param>
/// <param name="Keys">Its keys, every one proven.</param>
/// <param name="JwksUri">Where its keys are published, or null: counts only once the operator has named it too.</param>
/// <param name="Contact">Whom the operator calls, 3 to 200 characters.</param>
/// <param name="Id">The <c>jti</c>: a request counts once.</param>
/// <param name="Expires">Until when the <c>jti</c> must be remembered.</param>
public sealed record PartnerRequest(
    string ClientId, string Region, Words Names, IReadOnlyList<string> Scopes, IReadOnlyList<PartnerKey> Keys, Uri? JwksUri, string Contact,
    string Id, DateTimeOffset Expires)
{
    /// <summary>The <c>typ</c>.</summary>
    public const string Type = "partner-request+jwt";

    /// <summary>The largest request accepted.</summary>
    public const int MaxBytes = 32 * 1024;

    /// <summary>Signs a request; <c>exp</c> is five minutes ahead.</summary>
    /// <param name="clientId">The partner.</param>
    /// <param name="audience">The hub's issuer identity.</param>
    /// <param name="region">The partner's region.</param>
    /// <param name="names">Its names.</param>
    /// <param name="scope">The scopes asked for, separated by spaces.</param>
    /// <param name="contact">Whom the operator calls.</param>
    /// <param name="keys">All the keys that shall count from then on.</param>
    /// <param name="signer">One of them, or when keys are replaced one that counts now.</param>
    /// <param name="now">The partner's instant.</param>
    /// <param name="jwksUri">Where its keys are published, or null.</param>
    public static string Sign(
        string clientId, string audience, string region, Words names, string scope, string contact, IReadOnlyList<SigningKey> keys, SigningKey signer, DateTimeOffset now,
        Uri? jwksUri = null)
    {
        var id = Guid.NewGuid().ToString("N");
        var proofs = keys.Where(k => k.Kid != signer.Kid).Select(k => PartnerKeyProof.Make(k, clientId, id));
        return SignedToken.Sign(Type, signer, ClaimsJson.Write(new PartnerRequestClaims(
            audience, clientId, region, names, scope, JsonElement.Parse(PartnerKeySet.ToJson(keys.Select(k => PartnerKey.Of(k.Jwk)))), contact,
            now.ToUnixTimeSeconds(), now.AddMinutes(5).ToUnixTimeSeconds(), id, [.. proofs], jwksUri?.OriginalString)));
    }

    /// <summary>Reads the partner that an unverified token claims to speak for, to find the keys it may be signed by.</summary>
    public static string? ClaimedClient(string? token) => ClaimsJson.Read<PartnerRequestClaims>(SignedToken.ReadUnverified(token, MaxBytes))?.ClientId;

    /// <summary>Verifies a request: signed by a key of the partner, a proof for every other key, alive now and for at most ten minutes.</summary>
    /// <param name="token">The compact JWS, ES256, ES384 or RS384.</param>
    /// <param name="audience">The hub's issuer identity.</param>
    /// <param name="current">The keys that count for the partner now; null for one who is new, whose own keys then sign.</param>
    /// <param name="now">The hub's instant.</param>
    /// <param name="fault">What is wrong with it, in words that hold nothing of the request.</param>
    /// <returns>The request, or null; the caller must still see to it that <see cref="Id"/> counts once.</returns>
    public static PartnerRequest? Verify(string? token, string audience, IReadOnlyList<PartnerKey>? current, DateTimeOffset now, out string? fault)
    {
        var claims = ClaimsJson.Read<PartnerRequestClaims>(SignedToken.ReadUnverified(token, MaxBytes));
        if (claims is null) fault = "the token is not a partner request";
        else if (claims.KeysOf() is not { } keys) fault = "jwks is not a set of public ES256, ES384 or RS384 keys";
        else if (PartnerSignature.SignerOf(token!, Type, current ?? keys, MaxBytes) is not { } signer) fault = "the token is not signed by a key of the partner";
        else if (claims.Aud != audience) fault = "aud is not this hub's issuer identity";
        else if (!claims.IsAlive(now)) fault = "the token is not valid now or lives longer than 10 minutes";
        else if (!keys.All(k => k.Thumbprint == signer.Thumbprint || claims.Proves(k))) fault = "a further key has no proof of possession";
        else if ((fault = claims.Fault()) is null) return claims.Read(keys);
        return null;
    }
}
