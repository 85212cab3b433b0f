using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Problems;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Issuing;

/// <summary><c>POST /v1/passes</c>: a traveller, or the hub for a scanned code, exchanges the region's own code for a pass.</summary>
internal sealed class PassFeature(RegionFolder region, PassIssuer issuer, HubCalls hub, TravellerLimits limits, ILogger<PassFeature> logger)
{
    private const int MaxNativeCode = 1024;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/passes", (HttpContext http, PassFeature feature) => feature.PostAsync(http));

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        var body = RequestBody.Parse(received.Bytes);
        var nativeCode = body.Text("nativeCode", MaxNativeCode);
        if (!body.End() || nativeCode is null) return Refusals.BadRequest(body);
        if (hub.Accept(http, received.Bytes) is null && limits.Refuse(http, nativeCode) is { } tooMany) return tooMany;
        return Reply(http, await issuer.ByCodeAsync(nativeCode, http.RequestAborted));
    }

    private IResult Reply(HttpContext http, IssueResult result) => result switch
    {
        IssueResult.Issued { Pass: var pass } => Answer.Json(http, Reply(pass, http.Request.Query["qr"] == "svg")),
        IssueResult.NoPass { Why: EnquiryOutcome.NotHeld } => Answer.Json(http, Without(HealthStatus.NotHeld, null, Guidance.Of(HealthStatus.NotHeld, region.Participant))),
        IssueResult.NoPass { Why: EnquiryOutcome.SourceLate } => Answer.Json(http, Without(HealthStatus.CannotConfirm, "source-late", Guidance.SourceLate)),
        IssueResult.NoPass { Why: EnquiryOutcome.CodeUnknown } => Refusals.Of(ProblemType.NativeCodeUnknown),
        IssueResult.NoPass { Why: EnquiryOutcome.SourceFailed { Fault: var fault } } => Failed(fault),
        _ => throw new InvalidOperationException("An outcome without an answer."),
    };

    private IResult Failed(SourceFault fault)
    {
        logger.SourceFailed(region.Code, fault.ToString());
        return SourceProblems.Of(fault, region);
    }

    private PassReply Reply(IssuedPass issued, bool picture)
    {
        var qr = issued.Pass.Qr;
        var until = ShanghaiDay.Format(issued.Day.End);
        return new(
            issued.Status.Code(), null, issued.Pass.Api, issued.Pass.Card, qr, picture ? PassQrPicture.ToSvg(qr) : null, until, Guidance.Of(issued.Status, region.Participant));
    }

    private static PassReply Without(HealthStatus status, string? reason, Words guidance) => new(status.Code(), reason, null, null, null, null, null, guidance);
}
