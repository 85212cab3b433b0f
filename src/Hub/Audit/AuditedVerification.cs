using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Verification;

namespace HealthBao.Hub.Audit;

/// <summary>A verdict as it is recorded: everything that decided it, and nothing of the person.</summary>
internal static class AuditedVerification
{
    public static AuditEntry Of(string kind, string by, string id, VerificationResult result, string? scene)
    {
        var statement = result.Statement;
        return new(kind, by)
        {
            Id = id,
            Pass = statement is null ? null : PassId.Of(statement),
            Region = result.Issuer?.Listed.Region,
            Destination = result.Destination.Length == 0 ? null : result.Destination,
            Scene = scene,
            Status = (statement?.Status ?? result.StatusWithoutPass)?.Code(),
            NativeSystem = statement?.NativeSystem,
            NativeCode = statement?.NativeCode,
            Verdict = result.Decision.Verdict.Code(),
            Reason = result.Decision.Reason?.Code,
            HolderConsistent = result.HolderConsistent,
            Map = result.Issuer?.Map is { } map ? $"{result.Issuer.Listed.Region}/{map.Version}" : null,
            Policy = result.Decision.Policy?.Name,
            TrustList = result.TrustList,
            StatusListAsOf = result.StatusListAsOf,
        };
    }
}
