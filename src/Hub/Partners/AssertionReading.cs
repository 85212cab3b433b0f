using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Partners;

/// <summary>
/// Reads a client assertion (RFC 7523 §3, SMART Backend Services) strictly, before the library sees it: OpenIddict takes one that lives
/// a day, begins in months or names us among others.
/// </summary>
public sealed class AssertionReading(IOptions<HubOptions> options, TimeProvider clock)
{
    /// <summary>The <c>typ</c> by which the library knows an assertion.</summary>
    internal const string LibraryType = "client-authentication+jwt";

    private const int MaxBytes = 4096;
    private static readonly TimeSpan MaxLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MaxSkew = TimeSpan.FromSeconds(30);

    // SMART Backend Services asks for JWT, draft-ietf-oauth-rfc7523bis for the other; absent would let any token of the key pass for one.
    private static readonly string[] Types = ["JWT", LibraryType];
    /// <summary>By which names the token endpoint is known.</summary>
    internal IReadOnlyList<string> Audiences { get; } = [new Uri(options.Value.PublicAddress, "/v1/token").ToString(), options.Value.Issuer];

    /// <returns>The assertion, or null and what is wrong with it, in words that hold nothing of it.</returns>
    internal Assertion? Read(string? token, out string? fault)
    {
        fault = "not a strict compact JWS";
        if (token is null || token.Length > MaxBytes || !CompactJws.TrySplit(Encoding.UTF8.GetBytes(token), out var jws)) return null;
        if (!IsObject(jws.Header, out var header) || !IsObject(jws.Payload, out var claims)) return null;
        if (!StrictBase64Url.TryDecode(jws.Signature, new byte[MaxBytes], out _) || !AssertionShape.IsHeader(header) || !AssertionShape.AreClaims(claims)) return null;
        var (head, body) = (JsonElement.Parse(header), JsonElement.Parse(claims));
        fault = Fault(head, body);
        return fault is null
            ? new(head.GetProperty("kid").GetString()!, head.GetProperty("alg").GetString()!, Text(body, "sub")!, Text(body, "jti")!, Instant(body, "exp")!.Value)
            : null;
    }

    private string? Fault(JsonElement header, JsonElement claims)
    {
        var now = clock.GetUtcNow();
        if (!Types.Contains(header.GetProperty("typ").GetString())) return "another typ";
        if (Text(claims, "iss") is not { Length: > 0 and <= 100 } issuer || issuer != Text(claims, "sub")) return "iss and sub are not one client";
        if (!Audiences.Contains(AssertionShape.AudienceOf(claims))) return "another audience";
        if (Text(claims, "jti") is not { Length: > 0 and <= 128 } id || id.Any(char.IsControl)) return "no jti";
        if (Instant(claims, "exp") is not { } expires || expires <= now) return "expired";
        if (expires - now > MaxLife + MaxSkew) return "lives longer than five minutes";
        return Instant(claims, "iat") > now + MaxSkew || Instant(claims, "nbf") > now + MaxSkew ? "not yet valid" : null;
    }

    private static string? Text(JsonElement claims, string name) => claims.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static DateTimeOffset? Instant(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds.GetInt64()) : null;

    private static bool IsObject(ReadOnlySpan<byte> base64Url, out byte[] json)
    {
        json = new byte[StrictBase64Url.DecodedLength(base64Url.Length)];
        return StrictBase64Url.TryDecode(base64Url, json, out _) && StrictJson.Judge(json) == JsonSoundness.Sound;
    }
}
