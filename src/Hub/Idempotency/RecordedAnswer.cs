namespace HealthBao.Hub.Idempotency;

/// <summary>An answer as it was given.</summary>
internal sealed record RecordedAnswer(int Status, string? ContentType, byte[] Body);
