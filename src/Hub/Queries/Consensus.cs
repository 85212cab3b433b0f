using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Verification;

namespace HealthBao.Hub.Queries;

/// <summary>What several regions' answers about one person come to.</summary>
internal static class Consensus
{
    /// <summary>
    /// One region that holds the person decides when all others know nothing. Regions that state different things disagree; a region
    /// that could not answer might have disagreed. Either is <c>cannot-tell</c>.
    /// </summary>
    public static RegionReply Of(IReadOnlyList<RegionReply> replies, string destination)
    {
        var telling = replies.Where(r => !r.IsNotHeld).ToArray();
        if (telling.Length == 0) return replies[0];
        if (telling.Select(r => r.Stated).OfType<Contracts.Status.HealthStatus>().Distinct().Count() > 1)
            return new(telling[0].Region, VerificationResult.CannotTell(destination, VerdictReasons.RegionsDisagree), null);
        return telling.FirstOrDefault(r => r.Stated is null) ?? telling[0];
    }
}
