using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>A day key as the trust list publishes it.</summary>
/// <param name="Jwk">The public key; its thumbprint is the <c>kid</c>.</param>
/// <param name="NotBefore">From when passes signed by it may be valid.</param>
/// <param name="Expires">Until when; the key stays listed for 24 h after, so that an old pass is <c>expired</c>.</param>
public sealed record ListedKey(EcJwk Jwk, DateTimeOffset NotBefore, DateTimeOffset Expires)
{
    /// <summary>Whether nothing signed by it counts any more. It stays listed and says so, so that a reader can tell a suspended key from one that vanished.</summary>
    public bool IsSuspended { get; init; }
}
