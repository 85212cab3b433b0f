namespace HealthBao.Adapters.Files;

/// <summary>stub until merged</summary>
public sealed record FileReceipt(bool Accepted, long Rows);
