using System.ComponentModel.DataAnnotations;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub;

/// <summary>A partner registered at start.</summary>
public sealed class PartnerOptions : IValidatableObject
{
    [Required] public string ClientId { get; set; } = "";

    /// <summary>The region the partner belongs to.</summary>
    [Required] public string Region { get; set; } = "";

    /// <summary>Scopes separated by spaces: <c>verify query trust audit statistics</c>.</summary>
    [Required] public string Scope { get; set; } = "";

    /// <summary>The partner's public keys, a JWKS document.</summary>
    [Required] public string Jwks { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (!RegisterRows.IsKeySet(Jwks)) yield return new($"Jwks of {ClientId} is not a JWKS document with a signing key.", [nameof(Jwks)]);
    }
}
