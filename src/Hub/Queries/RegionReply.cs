using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Hub.Verification;

namespace HealthBao.Hub.Queries;

/// <summary>One region's answer to a query, verified.</summary>
/// <param name="Pass">The pass in both renditions, where there is one.</param>
public sealed record RegionReply(string Region, VerificationResult Result, SignedPass? Pass)
{
    /// <summary>Whether the region knows nothing of the person.</summary>
    public bool IsNotHeld => Result.StatusWithoutPass == HealthStatus.NotHeld;

    /// <summary>The status the region states; null when it could not.</summary>
    public HealthStatus? Stated => Result.IsSound ? Result.Statement!.Status : null;
}
