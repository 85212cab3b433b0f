using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Fhir;

/// <summary>What one native code means in the shared status.</summary>
/// <param name="Code">The native code.</param>
/// <param name="Display">The native text, as the region shows it.</param>
/// <param name="Status">The shared status.</param>
/// <param name="Equivalence">FHIR R4 ConceptMapEquivalence: <c>equal</c>, <c>equivalent</c>, <c>wider</c>, <c>narrower</c>, <c>inexact</c> … read from target to source.</param>
/// <param name="Comment">The caveat to show beside the native text, for example that Tianjin's red may include home quarantine.</param>
public sealed record Translation(string Code, string Display, HealthStatus Status, string Equivalence, string? Comment);
