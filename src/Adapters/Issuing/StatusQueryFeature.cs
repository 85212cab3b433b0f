using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Problems;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Adapters.Issuing;

/// <summary><c>POST /v1/status-queries</c>: the hub asks by document; the answer, with or without a pass, is signed by the day's key.</summary>
internal sealed class StatusQueryFeature(RegionFolder region, PassIssuer issuer, DayKeys days, HubCalls hub, TimeProvider clock, ILogger<StatusQueryFeature> logger)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/status-queries", (HttpContext http, StatusQueryFeature feature) => feature.PostAsync(http));

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (hub.Accept(http, received.Bytes) is not { } call)
        {
            logger.HubCallRefused(region.Code);
            return Refusals.Of(ProblemType.Unauthorized, "The call must be the hub's.");
        }

        var body = RequestBody.Parse(received.Bytes);
        var (name, document) = (body.PersonName(), body.Document());
        if (!body.End()) return Refusals.BadRequest(body);
        return await issuer.ByDocumentAsync(name!, document!, http.RequestAborted) switch
        {
            IssueResult.Issued { Pass: var pass } => Signed(http, call, new(pass.Status, null, pass.Pass.Api, pass.Pass.Card)),
            IssueResult.NoPass { Why: EnquiryOutcome.SourceLate } => Signed(http, call, new(HealthStatus.CannotConfirm, "source-late", null, null)),
            IssueResult.NoPass { Why: EnquiryOutcome.SourceFailed { Fault: var fault } } => Failed(fault),
            _ => Signed(http, call, new(HealthStatus.NotHeld, null, null, null)),
        };
    }

    private IResult Signed(HttpContext http, HubCall call, StatusAnswer answer)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(answer.Sign(region.Participant.Issuer, call.Id, days.Today.Key, clock.GetUtcNow()), StatusAnswer.MediaType);
    }

    private IResult Failed(SourceFault fault)
    {
        logger.SourceFailed(region.Code, fault.ToString());
        return SourceProblems.Of(fault, region);
    }
}
