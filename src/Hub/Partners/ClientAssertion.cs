using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Hub.Trust;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HealthBao.Hub.Partners;

/// <summary>
/// A partner's proof that it is itself: <c>private_key_jwt</c> (RFC 7523 §3, SMART Backend Services). Read strictly before the library
/// sees it; lives at most five minutes; its <c>jti</c> counts once on all nodes.
/// </summary>
public sealed class ClientAssertion(TrustSource trust, Register register, IOptions<HubOptions> options, TimeProvider clock)
{
    private const int MaxBytes = 4096;
    private static readonly TimeSpan MaxLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MaxSkew = TimeSpan.FromSeconds(30);
    private static readonly string[] Types = ["JWT", "client-authentication+jwt"];
    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = MaxBytes, MapInboundClaims = false };

    /// <summary>The partner whose assertion it is, or null and why not (for the log; the caller learns only that it was refused).</summary>
    public async Task<(Partner? Partner, string? Fault)> CheckAsync(string assertion, CancellationToken cancellation)
    {
        if (!IsStrict(assertion)) return (null, "not a strict compact JWS");
        var token = handler.ReadJsonWebToken(assertion);
        if (!trust.Current.Partners.TryGetValue(token.Subject ?? "", out var partner)) return (null, "unknown client");
        var result = await handler.ValidateTokenAsync(assertion, Parameters(partner));
        if (!result.IsValid) return (null, result.Exception.GetType().Name);
        var now = clock.GetUtcNow();
        if (token.Id is not { Length: > 0 and <= 128 } || token.Id.Any(char.IsControl)) return (null, "no jti");
        if (token.ValidTo - now > MaxLife + MaxSkew) return (null, "lives longer than five minutes");
        if (token.IssuedAt > now.UtcDateTime + MaxSkew || token.ValidFrom > now.UtcDateTime + MaxSkew) return (null, "not yet valid");
        return await register.UseOnceAsync("client:" + partner.ClientId, token.Id, new(token.ValidTo, TimeSpan.Zero), cancellation)
            ? (partner, null)
            : (null, "replayed");
    }

    private TokenValidationParameters Parameters(Partner partner) => new()
    {
        ValidIssuer = partner.ClientId,
        ValidAudiences = [new Uri(options.Value.PublicAddress, "/v1/token").ToString(), options.Value.Issuer],
        IssuerSigningKeys = new JsonWebKeySet(partner.Jwks).GetSigningKeys(),
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.RsaSha384],
        ValidTypes = Types,
        RequireExpirationTime = true,
        TryAllIssuerSigningKeys = false,
        ClockSkew = TimeSpan.Zero,
        LifetimeValidator = (_, expires, _, _) => expires is { } end && end > clock.GetUtcNow().UtcDateTime,
    };

    private static bool IsStrict(string assertion)
    {
        if (assertion.Length > MaxBytes) return false;
        var text = Encoding.UTF8.GetBytes(assertion);
        return CompactJws.TrySplit(text, out var jws) && IsObject(jws.Header, out var header) && IsObject(jws.Payload, out var claims)
            && AssertionShape.IsHeader(header) && AssertionShape.AreClaims(claims)
            && StrictBase64Url.TryDecode(jws.Signature, new byte[MaxBytes], out _);
    }

    private static bool IsObject(ReadOnlySpan<byte> base64Url, out byte[] json)
    {
        json = new byte[StrictBase64Url.DecodedLength(base64Url.Length)];
        return StrictBase64Url.TryDecode(base64Url, json, out _) && StrictJson.Judge(json) == JsonSoundness.Sound;
    }
}
