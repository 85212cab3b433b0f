namespace HealthBao.HealthCode.Feeds.Reporting;

/// <summary>What came of a row that was reported by call.</summary>
/// <param name="Number">The call's number, by which a determination names it.</param>
/// <param name="Batch">The change it waits in for a second office; null when it is in force.</param>
internal sealed record ReportOutcome(long Number, string? Batch);
