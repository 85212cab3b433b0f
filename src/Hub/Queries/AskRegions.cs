using System.Text;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Recognition;
using HealthBao.Hub.Routing;
using HealthBao.Hub.Trust;
using HealthBao.Hub.Verification;

namespace HealthBao.Hub.Queries;

/// <summary>Asks a person's home region, or all at once, and verifies what they answer like any other pass.</summary>
public sealed class AskRegions(TrustSource trust, RegionCalls regions, VerifyPass verify)
{
    public async Task<IReadOnlyList<RegionReply>> AskAsync(StatusQuery query, CancellationToken cancellation)
    {
        var asked = trust.Current.Snapshot.Issuers.Where(i => query.Region is null || i.Listed.Region == query.Region).OrderBy(i => i.Listed.Region, StringComparer.Ordinal);
        return await Task.WhenAll(asked.Select(region => AskAsync(region, query, cancellation)));
    }

    private async Task<RegionReply> AskAsync(TrustedIssuer region, StatusQuery query, CancellationToken cancellation)
    {
        if (region.IsSuspended) return Reply(region, VerificationResult.CannotTell(query.Destination, VerdictReasons.Of(PassRejection.IssuerSuspended), region));
        var answer = await regions.PostAsync(region, "/v1/status-queries", query.ToAdapterBody(), cancellation);
        return answer is { Status: 200 } && StatusAnswer.Verify(Encoding.UTF8.GetString(answer.Body), region, answer.CallId) is { } stated
            ? Read(region, stated, query)
            : Reply(region, VerificationResult.CannotTell(query.Destination, VerdictReasons.RegionUnavailable, region));
    }

    private RegionReply Read(TrustedIssuer region, StatusAnswer answer, StatusQuery query)
    {
        if (answer is { Pass: { } pass, Card: { } card })
        {
            // The person asked about is the holder: a pass of somebody else is no answer.
            var result = verify.Verify(new(Encoding.UTF8.GetBytes(pass), query.Destination, query.Scene, query.Document));
            // Before its signature was checked a pass names no issuer; its rejection is then told as it is.
            return result.Issuer is null || result.Issuer.Listed.Region == region.Listed.Region
                ? new(region.Listed.Region, result with { Issuer = region }, result.IsSound ? new(pass, card) : null)
                : Reply(region, VerificationResult.CannotTell(query.Destination, VerdictReasons.RegionUnavailable, region));
        }

        var reason = answer.Reason == VerdictReasons.SourceLate.Code ? VerdictReasons.SourceLate
            : answer.Status == HealthStatus.NotHeld ? VerdictReasons.Of(HealthStatus.NotHeld)
            : VerdictReasons.RegionUnavailable;
        return Reply(region, new()
        {
            Decision = Recognise.DecideWithoutPass(answer.Status, reason, region.Listed.Region, verify.PolicyOf(query.Destination), query.Scene),
            Destination = query.Destination,
            Issuer = region,
            StatusWithoutPass = answer.Status,
        });
    }

    private static RegionReply Reply(TrustedIssuer region, VerificationResult result) => new(region.Listed.Region, result, null);
}
