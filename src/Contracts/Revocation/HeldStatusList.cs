using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Revocation;

/// <summary>A status list as a verifier holds it.</summary>
/// <param name="Issuer">The issuer.</param>
/// <param name="Day">The day.</param>
/// <param name="List">The states.</param>
/// <param name="AsOf">When the issuer signed it (<c>iat</c>).</param>
/// <param name="TimeToLive">After how long to ask again (<c>ttl</c>).</param>
public sealed record HeldStatusList(string Issuer, ShanghaiDay Day, StatusList List, DateTimeOffset AsOf, TimeSpan TimeToLive)
{
    /// <summary>The state at an index; null when the list does not tell.</summary>
    public PassState? StateOf(int index) => List.StateOf(index);
}
