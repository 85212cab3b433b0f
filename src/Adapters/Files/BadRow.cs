namespace HealthBao.Adapters.Files;

/// <summary>Where a row of a nightly file is not sound. Says the place, never what stands there.</summary>
/// <param name="Line">Counted from 1, the header being line 1.</param>
/// <param name="Column">The cell, counted from 1; the first missing or surplus one where the number of cells is wrong.</param>
/// <param name="Field">The column's name, or empty for a surplus cell.</param>
public sealed record BadRow(long Line, int Column, string Field);
