using System.Security.Cryptography;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>
/// The hub's word that a call to an adapter is its own, <c>typ: hub-call+jwt</c>: lives 30 seconds, for one audience, one method and
/// path, and one body (by its SHA-256).
/// </summary>
/// <param name="Id">The <c>jti</c>: a call counts once.</param>
/// <param name="Expires">Until when the <c>jti</c> must be remembered.</param>
public sealed record HubCall(string Id, DateTimeOffset Expires)
{
    /// <summary>The <c>typ</c>.</summary>
    public const string Type = "hub-call+jwt";

    private const int MaxBytes = 2048;
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    /// <summary>Signs a call.</summary>
    /// <param name="hub">The hub's identity.</param>
    /// <param name="audience">The issuer identity of the region called.</param>
    /// <param name="target">Method and path, for example <c>POST /v1/status-queries</c>.</param>
    /// <param name="body">The request's body.</param>
    /// <param name="key">The hub's call key.</param>
    /// <param name="now">The hub's instant.</param>
    /// <param name="id">The call's <c>jti</c>, which a signed answer names.</param>
    public static string Sign(
        string hub, string audience, string target, ReadOnlySpan<byte> body, SigningKey key, DateTimeOffset now, out string id)
    {
        id = Guid.NewGuid().ToString("N");
        return SignedToken.Sign(Type, key, ClaimsJson.Write(new Claims(
            hub, audience, now.ToUnixTimeSeconds(), (now + Life).ToUnixTimeSeconds(), id, target, Hash(body))));
    }

    /// <summary>Signs a call whose answer names no call.</summary>
    public static string Sign(string hub, string audience, string target, ReadOnlySpan<byte> body, SigningKey key, DateTimeOffset now) =>
        Sign(hub, audience, target, body, key, now, out _);

    /// <summary>Verifies a call against the hub's pinned key.</summary>
    /// <returns>The call, or null; the caller must still see to it that <see cref="Id"/> counts once.</returns>
    public static HubCall? Verify(string? token, string audience, string target, ReadOnlySpan<byte> body, VerificationKey hubKey, DateTimeOffset now)
    {
        var claims = ClaimsJson.Read<Claims>(SignedToken.Verify(token, Type, kid => kid == hubKey.Kid ? hubKey : null, MaxBytes));
        if (claims is null || claims.Aud != audience || claims.Target != target || claims.Body != Hash(body) || claims.Jti.Length is 0 or > 64) return null;
        var from = ClaimsJson.Instant(claims.Iat);
        var until = ClaimsJson.Instant(claims.Exp);
        return from <= now + Life && now < until && until - from <= Life ? new(claims.Jti, until.Value) : null;
    }

    private static string Hash(ReadOnlySpan<byte> body) => StrictBase64Url.Encode(SHA256.HashData(body));

    private sealed record Claims(string Iss, string Aud, long Iat, long Exp, string Jti, string Target, string Body);
}
