namespace HealthBao.Hub.Routing;

/// <summary>What an adapter answered to a call of the hub.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">At most 64 KiB.</param>
/// <param name="CallId">The call's <c>jti</c>, which a signed answer names.</param>
public sealed record RegionAnswer(int Status, byte[] Body, string CallId);
