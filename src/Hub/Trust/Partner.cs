using System.Collections.Frozen;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hub.Trust;

/// <summary>Somebody who may ask the hub. One who is pending or suspended is none.</summary>
/// <param name="Keys">The public keys its assertions are signed with; empty when they are published at <paramref name="JwksUri"/>.</param>
/// <param name="JwksUri">Where its keys are published, as the operator named it.</param>
public sealed record Partner(string ClientId, string Region, FrozenSet<string> Scopes, IReadOnlyList<PartnerKey> Keys, Uri? JwksUri);
