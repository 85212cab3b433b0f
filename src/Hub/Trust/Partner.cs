using System.Collections.Frozen;

namespace HealthBao.Hub.Trust;

/// <summary>Somebody who may ask the hub.</summary>
/// <param name="Jwks">The public keys its assertions are signed with.</param>
public sealed record Partner(string ClientId, string Region, FrozenSet<string> Scopes, string Jwks);
