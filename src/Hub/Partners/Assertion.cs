namespace HealthBao.Hub.Partners;

/// <summary>A client assertion that is well-formed, for this hub and alive. Nothing of it is proven yet.</summary>
/// <param name="Kid">The key it names.</param>
/// <param name="Algorithm">The algorithm it names.</param>
/// <param name="ClientId">Who it says made it.</param>
/// <param name="Id">The <c>jti</c>.</param>
/// <param name="Expires">When it ends.</param>
internal sealed record Assertion(string Kid, string Algorithm, string ClientId, string Id, DateTimeOffset Expires);
