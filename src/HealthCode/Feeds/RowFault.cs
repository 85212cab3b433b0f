namespace HealthBao.HealthCode.Feeds;

/// <summary>Where a row is not sound, and why. Says the place, never what stands there.</summary>
/// <param name="Line">Counted from 1, the header being line 1.</param>
/// <param name="Column">The cell, counted from 1; the first missing or surplus one where the number of cells is wrong.</param>
/// <param name="Field">The column's name; empty for a surplus cell.</param>
internal sealed record RowFault(long Line, int Column, string Field, RowFaultKind Kind);
