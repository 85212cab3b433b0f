using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Proofing.Consents;
using HealthBao.HealthCode.Sessions;
using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Proofing;

/// <summary>
/// How a proofing begins. <c>POST /v1/proofings</c>: name, document, consent and device, for a first session; <c>POST /v1/sessions/face</c>: a
/// session on a later day, the face alone; <c>POST /v1/me/documents</c>: one more document of the same person. Whether anybody is known is not told.
/// </summary>
internal sealed class BeginFeature(
    Proofings proofings, FaceQueue queue, SessionGate gate, ProvenToday proven, DeviceGate devices, IOptions<ProofingOptions> options, IOptions<HealthCodeOptions> system, TimeProvider clock)
{
    private const int MostDocuments = 6;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/proofings/notice", (HttpContext http) => Answer.Json(http, new { FaceNotice.Version, FaceNotice.Text, GuardianUnder = FaceNotice.OfAge }));
        routes.MapPost("/v1/proofings", (HttpContext http, BeginFeature feature) => feature.FirstAsync(http));
        routes.MapPost("/v1/sessions/face", (HttpContext http, BeginFeature feature) => feature.AgainAsync(http));
        routes.MapPost("/v1/me/documents", (HttpContext http, BeginFeature feature) => feature.LinkAsync(http));
    }

    private async Task<IResult> FirstAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        var body = RequestBody.Parse(received.Bytes);
        var (name, document, device) = (body.PersonName(), body.Document(), DeviceMember.Read(body));
        var consent = ConsentMember.Read(body, document, clock.GetUtcNow());
        if (!body.End() || name is null || document is null || device is null) return Refusals.BadRequest(body);
        if (!devices.Lets(http, device, null)) return SessionRefusal.DeviceNeeded;
        return Begun(http, await proofings.BeginAsync(ProofingPurpose.Begin, null, name, document, device, consent));
    }

    private async Task<IResult> AgainAsync(HttpContext http)
    {
        if (gate.Know(http) is not { } known) return gate.UnknownOf(http);
        // Once a day is enough: the morning is the time when everybody comes.
        if (proven.Find(known.Row.Id) is { } session) return Answer.Json(http, JudgementReply.Match(null, Contracts.Status.ShanghaiDay.At(session.ProvenAt).End));
        return Begun(http, await proofings.BeginAsync(ProofingPurpose.Again, known.Row.Id, known.Name, known.Documents[0], DeviceGate.Read(known.Row.Device), null));
    }

    private async Task<IResult> LinkAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (gate.Know(http) is not { } known) return gate.UnknownOf(http);
        if (proven.Find(known.Row.Id) is null) return SessionRefusal.FaceNeeded;
        var body = RequestBody.Parse(received.Bytes);
        var (name, document) = (body.PersonName(), body.Document());
        if (!body.End() || name is null || document is null) return Refusals.BadRequest(body);
        if (known.Documents.Contains(document)) return Refusals.Of(ProblemType.Conflict, "This document is the session's already.");
        if (known.Documents.Count >= MostDocuments) return Refusals.Of(ProblemType.Conflict, $"A session has at most {MostDocuments} documents.");
        return Begun(http, await proofings.BeginAsync(ProofingPurpose.Link, known.Row.Id, name, document, DeviceGate.Read(known.Row.Device), null));
    }

    private IResult Begun(HttpContext http, OpenProofing begun) =>
        Answer.Json(http, ProofingReply.Of(begun, options.Value, queue, system.Value.Telephone), StatusCodes.Status201Created);
}
