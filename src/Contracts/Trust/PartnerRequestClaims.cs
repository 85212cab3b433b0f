using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Trust;

/// <summary>The claims of a <see cref="PartnerRequest"/> as they stand in the token.</summary>
internal sealed record PartnerRequestClaims(
    string Aud, string ClientId, string Region, Words Names, string Scope, JsonElement Jwks, string Contact, long Iat, long Exp, string Jti,
    IReadOnlyList<string> Proofs, string? JwksUri = null)
{
    private static readonly TimeSpan MaxLife = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MaxSkew = TimeSpan.FromSeconds(60);

    public IReadOnlyList<PartnerKey>? KeysOf() => Jwks.ValueKind == JsonValueKind.Object ? PartnerKeySet.Parse(Encoding.UTF8.GetBytes(Jwks.GetRawText())) : null;

    public bool IsAlive(DateTimeOffset now) =>
        ClaimsJson.Instant(Iat) is { } from && ClaimsJson.Instant(Exp) is { } until && from <= now + MaxSkew && now < until && until - from <= MaxLife;

    public bool Proves(PartnerKey key) => Proofs.Count <= PartnerKeySet.MaxKeys && Proofs.Any(p => PartnerKeyProof.Stands(key, ClientId, Jti, p));

    public string? Fault()
    {
        if (!IsClientId(ClientId)) return "clientId is not 3 to 64 of a-z 0-9 . - beginning and ending with a letter or digit";
        if (!RegionCode.TryParse(Region, out _)) return "region is not a six-digit code";
        if (!IsText(Names.Zh, 1, 100) || !IsText(Names.En, 1, 100)) return "names are not one line of at most 100 characters each";
        if (PartnerScopes.Parse(Scope) is null) return "scope is not a list of verify query trust audit statistics, each once";
        if (!IsText(Contact, 3, 200)) return "contact is not one line of 3 to 200 characters";
        if (!IsText(Jti, 8, 64)) return "jti has not 8 to 64 characters";
        return JwksUri is null || PartnerKeyAddress.Parse(JwksUri) is not null ? null : "jwksUri is not an https address without user, query or fragment";
    }

    public PartnerRequest Read(IReadOnlyList<PartnerKey> keys) => new(
        ClientId, Region, Names, PartnerScopes.Parse(Scope)!, keys, PartnerKeyAddress.Parse(JwksUri), Contact, Jti, ClaimsJson.Instant(Exp)!.Value);

    private static bool IsClientId(string text) =>
        text.Length is >= 3 and <= 64 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-')
        && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]);

    private static bool IsText(string text, int min, int max) => text.Length >= min && text.Length <= max && !text.Any(char.IsControl);
}
