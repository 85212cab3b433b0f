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
        var answer = await regions.PostAsync(region, "/v1/status-queries", query.Person.Json, cancellation);
        return answer is { Status: 200 } && StatusAnswer.Verify(Encoding.UTF8.GetString(answer.Body), region, answer.CallId) is { } stated
            ? Read(region, stated, query)
            : Unavailable(region, query);
    }

    private RegionReply Read(TrustedIssuer region, StatusAnswer answer, StatusQuery query)
    {
        if (answer is { Pass: { } pass, Card: { } card }) return ReadPass(region, new(pass, card), query);
        return (answer.Status, answer.Reason) switch
        {
            _ when answer.Pass is not null => Unavailable(region, query),
            (HealthStatus.NotHeld, _) => WithoutPass(region, answer.Status, VerdictReasons.Of(HealthStatus.NotHeld), query),
            (HealthStatus.CannotConfirm, { } reason) when reason == VerdictReasons.SourceLate.Code => WithoutPass(region, answer.Status, VerdictReasons.SourceLate, query),
            // Any other status is stated by a pass or not at all.
            _ => Unavailable(region, query),
        };
    }

    // The person asked about is the holder: a pass of somebody else is no answer, and neither are two renditions that differ.
    private RegionReply ReadPass(TrustedIssuer region, SignedPass pass, StatusQuery query)
    {
        var result = Verify(pass.Api, query);
        var stands = result.IsStatedBy(region) && result.HolderConsistent == true && Verify(pass.Card, query).Statement == result.Statement;
        return stands ? new(region.Listed.Region, result, result.IsSound ? pass : null) : Unavailable(region, query);
    }

    private VerificationResult Verify(string pass, StatusQuery query) =>
        verify.Verify(new(Encoding.UTF8.GetBytes(pass), query.Destination, query.Scene, query.Person.Document));

    private RegionReply WithoutPass(TrustedIssuer region, HealthStatus status, VerdictReason reason, StatusQuery query) => Reply(region, new()
    {
        Decision = Recognise.DecideWithoutPass(status, reason, region.Listed.Region, verify.PolicyOf(query.Destination), query.Scene),
        Destination = query.Destination,
        Issuer = region,
        StatusWithoutPass = status,
    });

    private static RegionReply Unavailable(TrustedIssuer region, StatusQuery query) =>
        Reply(region, VerificationResult.CannotTell(query.Destination, VerdictReasons.RegionUnavailable, region));

    private static RegionReply Reply(TrustedIssuer region, VerificationResult result) => new(region.Listed.Region, result, null);
}
