using System.Collections.Frozen;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Limits;

namespace HealthBao.Hub.Trust;

/// <summary>Somebody who may ask the hub. One who is pending or suspended is none.</summary>
/// <param name="Keys">The public keys its assertions are signed with; empty when they are published at <paramref name="JwksUri"/>.</param>
/// <param name="JwksUri">Where its keys are published, as the operator named it.</param>
public sealed record Partner(string ClientId, string Region, FrozenSet<string> Scopes, IReadOnlyList<PartnerKey> Keys, Uri? JwksUri)
{
    /// <summary>What an operator has set for this partner apart from the usual.</summary>
    public PartnerLimits Limits { get; init; } = PartnerLimits.None;
}
