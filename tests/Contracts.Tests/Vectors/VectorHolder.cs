namespace HealthBao.Contracts.Tests.Vectors;

/// <summary>The document shown at a vector's desk.</summary>
internal sealed record VectorHolder(string DocumentType, string DocumentNumber);
