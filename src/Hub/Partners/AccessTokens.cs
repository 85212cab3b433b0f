using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HealthBao.Contracts.Jose;
using HealthBao.Hub.Trust;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Partners;

/// <summary>
/// The hub's access tokens (RFC 9068, <c>typ: at+jwt</c>): made by the token signer, live five minutes. Validating one anew costs more
/// than verifying a pass, so the result is remembered by SHA-256 until the token ends; the partner is looked up every time.
/// </summary>
public sealed class AccessTokens(HubKeys keys, TrustSource trust, IOptions<HubOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private const string Type = "at+jwt";
    private const int MaxBytes = 2048;
    private const int MaxRemembered = 50_000;
    private readonly VerificationKey signer = new(keys.TokenSigner.Jwk);
    private readonly ConcurrentDictionary<string, AccessToken> remembered = new(StringComparer.Ordinal);

    public string Issue(string clientId, IEnumerable<string> scopes)
    {
        var now = clock.GetUtcNow();
        return SignedToken.Sign(Type, keys.TokenSigner, JsonSerializer.SerializeToUtf8Bytes(new Claims(
            options.Value.Issuer, clientId, options.Value.Issuer, clientId, now.ToUnixTimeSeconds(), (now + Life).ToUnixTimeSeconds(),
            Guid.NewGuid().ToString("N"), string.Join(' ', scopes)), JsonSerializerOptions.Web));
    }

    /// <summary>The partner who holds a token with a scope, or null.</summary>
    /// <param name="lacksScope">True when the token is good and only the scope is missing.</param>
    public Partner? Find(string? token, string scope, out bool lacksScope)
    {
        lacksScope = false;
        if (token is null || token.Length > MaxBytes || Read(token) is not { } access || access.Expires <= clock.GetUtcNow()) return null;
        if (!trust.Current.Partners.TryGetValue(access.ClientId, out var partner)) return null;
        lacksScope = !access.Scopes.Contains(scope) || !partner.Scopes.Contains(scope);
        return lacksScope ? null : partner;
    }

    private AccessToken? Read(string token)
    {
        Span<byte> hash = stackalloc byte[32];
        Span<byte> text = stackalloc byte[MaxBytes];
        if (!Encoding.UTF8.TryGetBytes(token, text, out var length)) return null;
        SHA256.HashData(text[..length], hash);
        Span<char> key = stackalloc char[Base64Url.GetEncodedLength(32)];
        Base64Url.EncodeToChars(hash, key);
        if (remembered.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var known)) return known;
        var claims = SignedToken.Verify(token, Type, kid => kid == signer.Kid ? signer : null, MaxBytes);
        if (claims is null || JsonSerializer.Deserialize<Claims>(claims, JsonSerializerOptions.Web) is not { } read) return null;
        if (remembered.Count >= MaxRemembered) remembered.Clear();
        return remembered[key.ToString()] = new(read.Sub, read.Scope.Split(' '), DateTimeOffset.FromUnixTimeSeconds(read.Exp));
    }

    private sealed record AccessToken(string ClientId, string[] Scopes, DateTimeOffset Expires);

    private sealed record Claims(string Iss, string Sub, string Aud, [property: JsonPropertyName("client_id")] string ClientId, long Iat, long Exp, string Jti, string Scope);
}
