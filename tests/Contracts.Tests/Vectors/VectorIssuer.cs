namespace HealthBao.Contracts.Tests.Vectors;

/// <summary>An issuer that a vector trusts.</summary>
internal sealed record VectorIssuer(string Region, string Issuer, string State, VectorKey[] Keys);
