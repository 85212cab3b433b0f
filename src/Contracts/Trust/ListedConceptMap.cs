namespace HealthBao.Contracts.Trust;

/// <summary>Which concept map of a participant is in force.</summary>
/// <param name="Version">The map's version.</param>
/// <param name="Sha256">Lower-case hexadecimal of the map's bytes.</param>
public sealed record ListedConceptMap(string Version, string Sha256);
