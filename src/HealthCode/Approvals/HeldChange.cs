namespace HealthBao.HealthCode.Approvals;

/// <summary>A change of many people by one office, which takes effect for nobody until a second office approves it.</summary>
/// <param name="Batch">Its name, for example <c>central-observation.000000000009.110000-CDC</c>.</param>
/// <param name="Office">Who decided.</param>
internal sealed record HeldChange(string Batch, string Feed, string Office, long People);
