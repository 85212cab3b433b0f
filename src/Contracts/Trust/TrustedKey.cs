using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>A day key of an issuer, ready to verify.</summary>
/// <param name="Key">The key.</param>
/// <param name="NotBefore">From when passes signed by it may be valid.</param>
/// <param name="Expires">Until when.</param>
public sealed record TrustedKey(VerificationKey Key, DateTimeOffset NotBefore, DateTimeOffset Expires);
