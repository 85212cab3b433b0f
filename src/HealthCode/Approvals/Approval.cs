namespace HealthBao.HealthCode.Approvals;

/// <summary>A change of many people by one office, and what a second office said of it.</summary>
/// <param name="Office">Who decided the change.</param>
/// <param name="Deliverer">Who delivered it; null for the operator's own folder.</param>
/// <param name="State"><c>open</c>, <c>approved</c> or <c>refused</c>.</param>
/// <param name="Decider">The second office.</param>
internal sealed record Approval(
    string Batch, string Feed, string Office, long People, string? Deliverer, DateTimeOffset At, string State, string? Decider, string? Reason, DateTimeOffset? Decided);
