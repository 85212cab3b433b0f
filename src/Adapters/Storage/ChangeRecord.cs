using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Storage;

/// <summary>
/// That the region's own system changed somebody's status: who decided, why, and which passes it concerned. Nothing of the person,
/// no reference and no MAC of one: it is kept for half a year, and whatever stays the same for a person would make a diary of it.
/// Nor is the call's digest kept: a document number is found again from it by trying all.
/// </summary>
/// <param name="Number">Grows by one; 0 until recorded.</param>
/// <param name="At">When it was accepted, whole milliseconds.</param>
/// <param name="Status">The status told, or null.</param>
/// <param name="State">The state that the passes were set to.</param>
/// <param name="Day">The day of the passes.</param>
/// <param name="Indexes">Their places in that day's status list.</param>
/// <param name="Nonce">The call's nonce: by it the region's own system finds the call in its journal, and only there the person.</param>
internal sealed record ChangeRecord(
    long Number, DateTimeOffset At, string? Authority, string? Reason, HealthStatus? Status, PassState State, ShanghaiDay Day, IReadOnlyList<int> Indexes, string Nonce);
