using HealthBao.Contracts.Revocation;

namespace HealthBao.Adapters.Revocation;

/// <summary>Passes that changed their state together, as the hub hears of it.</summary>
/// <param name="Version">The status list's version after the change; each is one more than the one before.</param>
/// <param name="Indexes">The places.</param>
/// <param name="State">The new state.</param>
internal sealed record StatusChange(long Version, IReadOnlyList<int> Indexes, PassState State = PassState.Superseded);
