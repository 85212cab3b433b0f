using HealthBao.HealthCode.Approvals;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>What became of a file. Holds no name and no number of anybody.</summary>
/// <param name="Rows">The rows read, sound or not, without the header.</param>
/// <param name="Stored">The people it says something of.</param>
/// <param name="Rejected">The rows that are not sound.</param>
/// <param name="Held">The changes that wait for a second office.</param>
/// <param name="ByKind">How many faults there are of each kind.</param>
/// <param name="Faults">The first of them.</param>
internal sealed record ImportReport(
    string Feed, string File, long Generation, bool Accepted, ImportRefusal? Refusal, long Rows, long Stored, long Rejected,
    IReadOnlyList<HeldChange> Held, IReadOnlyDictionary<string, long> ByKind, IReadOnlyList<RowFault> Faults, DateTimeOffset Started, DateTimeOffset Ended);
