namespace HealthBao.Contracts.Tests.Vectors;

/// <summary>What must come of a vector.</summary>
/// <param name="Rejection">The code, <c>none</c> for a sound pass.</param>
/// <param name="Checked">The steps passed.</param>
internal sealed record VectorOutcome(string Rejection, string[] Checked, string? Status = null, string? NativeSystem = null, string? NativeCode = null, string? Name = null, string? Document = null);
