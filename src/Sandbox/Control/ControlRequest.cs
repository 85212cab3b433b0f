namespace HealthBao.Sandbox.Control;

/// <summary>A control call.</summary>
/// <param name="Op"><c>set-native</c>, <c>fetch-code</c>, <c>enrol-portrait</c>, <c>set-clock</c>, <c>stop-source</c>, <c>start-source</c>, <c>stop-adapter</c>, <c>start-adapter</c>.</param>
/// <param name="Authority">Who decided a <c>set-native</c>; by default the usual office.</param>
/// <param name="Reason">Why, a code of the closed list; by default what is usual for the new status. <c>pass-withdrawn</c> takes the passes back.</param>
/// <param name="Source">Narrows <c>set-native</c> and the source calls to one system, for example <c>baoding</c>.</param>
/// <param name="Picture">The face of <c>enrol-portrait</c>, base64 in JSON.</param>
internal sealed record ControlRequest(
    string? Op, string? DocumentNumber = null, string? Native = null, DateTimeOffset? Now = null, string? Region = null, string? Source = null,
    string? Authority = null, string? Reason = null, byte[]? Picture = null);
