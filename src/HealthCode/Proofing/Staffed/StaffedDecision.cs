namespace HealthBao.HealthCode.Proofing.Staffed;

/// <summary>What an office decided.</summary>
/// <param name="Confirmed">Whether the person is who they say.</param>
/// <param name="Office">Which office.</param>
/// <param name="Reason">In its words, for a refusal.</param>
internal sealed record StaffedDecision(bool Confirmed, string Office, string? Reason, DateTimeOffset At);
