using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Verdicts;

/// <summary>What people do next: staff and traveller read different words, and no loudspeaker says a status.</summary>
/// <param name="Staff">For the person at the desk.</param>
/// <param name="Traveller">For the person in front of it.</param>
public sealed record Guidance(Words Staff, Words Traveller);
