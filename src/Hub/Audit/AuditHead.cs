namespace HealthBao.Hub.Audit;

/// <summary>The last block of a day.</summary>
/// <param name="Number">Its number, 0 while the day has none.</param>
/// <param name="Hash">Its hash; while the day has none, that of the day before.</param>
internal sealed record AuditHead(long Number, byte[] Hash);
