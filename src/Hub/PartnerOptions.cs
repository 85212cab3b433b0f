using System.ComponentModel.DataAnnotations;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hub;

/// <summary>A partner registered at start.</summary>
public sealed class PartnerOptions : IValidatableObject
{
    [Required, StringLength(100)] public string ClientId { get; set; } = "";

    /// <summary>The region the partner belongs to.</summary>
    [Required] public string Region { get; set; } = "";

    /// <summary>Scopes separated by spaces: <c>verify query trust audit statistics</c>.</summary>
    [Required] public string Scope { get; set; } = "";

    /// <summary>The partner's public keys, a JWKS document; null when <see cref="JwksUri"/> says where they are.</summary>
    public string? Jwks { get; set; }

    /// <summary>The https address of the partner's JWKS document.</summary>
    public string? JwksUri { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (PartnerScopes.Parse(Scope) is null) yield return new($"Scope of {ClientId} is not a list of {string.Join(' ', PartnerScopes.All)}, each once.", [nameof(Scope)]);
        if (JwksUri is null == Jwks is null) yield return new($"{ClientId} needs Jwks or JwksUri, one of them.", [nameof(Jwks), nameof(JwksUri)]);
        if (Jwks is not null && PartnerKeySet.Parse(Jwks) is null) yield return new($"Jwks of {ClientId} is not a JWKS document with a public signing key.", [nameof(Jwks)]);
        if (JwksUri is not null && PartnerKeyAddress.Parse(JwksUri) is null) yield return new($"JwksUri of {ClientId} is not an https address.", [nameof(JwksUri)]);
    }
}
