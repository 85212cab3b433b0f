namespace HealthBao.Contracts.Revocation;

/// <summary>Places of a status list that have one state from now on.</summary>
/// <param name="State">The state.</param>
/// <param name="Indexes">The places; in a delta in ascending order.</param>
public sealed record ChangedPlaces(PassState State, IReadOnlyList<int> Indexes);
