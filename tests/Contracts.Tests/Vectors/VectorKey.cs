namespace HealthBao.Contracts.Tests.Vectors;

/// <summary>A day key: a JWK with the seconds of its life.</summary>
internal sealed record VectorKey(string Kty, string Crv, string X, string Y, string Kid, long Nbf, long Exp);
