using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Proofing.Faces;
using HealthBao.HealthCode.Proofing.Portraits;
using HealthBao.HealthCode.Sessions;
using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Proofing;

/// <summary><c>POST /v1/proofings/{id}/frames</c>: the pictures, a JPEG or PNG for each step. They are judged in memory and dropped.</summary>
internal sealed class FramesFeature(
    Proofings proofings, ProofingDevice device, FaceQueue queue, FaceAttempts attempts, IPortraitSource portraits, FaceCheck check, ProvePerson prove,
    IOptions<ProofingOptions> options, IOptions<HealthCodeOptions> system, TimeProvider clock, ILogger<FramesFeature> logger)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/proofings/{id}/frames", (string id, HttpContext http, FramesFeature feature) => feature.PostAsync(id, http));

    private async Task<IResult> PostAsync(string id, HttpContext http)
    {
        if (proofings.Find(id) is not { } proofing) return ProofingDevice.Over;
        if (device.RefusalOf(http, proofing, out var token) is { } refusal) return refusal;
        if (!proofing.HasFace) return Refusals.Of(ProblemType.Forbidden, $"Nobody agreed to a comparison of faces: ask for a check by staff with POST /v1/proofings/{id}/staffed-check, or begin again with consent.");
        using var place = queue.Take();
        return place is null ? Full(proofing) : await TakeInAsync(http, proofing, token, place);
    }

    private async Task<IResult> TakeInAsync(HttpContext http, OpenProofing proofing, SessionToken? token, FacePlace place)
    {
        var (parts, refusal) = await FrameParts.ReadAsync(http, proofing.Challenge.Steps.Count, options.Value.MaxImageBytes);
        using (parts)
        {
            if (refusal is not null) return refusal;
            if (await attempts.SpendAsync(proofing) is not { } left) return Spent(proofing);
            using var portrait = await portraits.FindAsync(proofing.Name, proofing.Document, http.RequestAborted);
            var (judgement, faults) = await place.RunAsync(() => Judge(parts!.Frames, proofing, portrait), http.RequestAborted);
            if (judgement is null) return new ProblemResult(new(ProblemType.BadRequest, $"No picture was looked at; {left} attempts are left today.", Errors: faults));
            logger.FaceJudged(judgement.Outcome.Code());
            return judgement.Outcome == FaceOutcome.Match ? await MatchAsync(http, proofing, token) : await NotAsync(http, proofing, judgement, left);
        }
    }

    private (FaceJudgement? Judgement, IReadOnlyList<RequestFault> Faults) Judge(IReadOnlyList<byte[]> frames, OpenProofing proofing, FaceDescriptor? portrait)
    {
        var pictures = new List<Picture>();
        foreach (var frame in frames)
        {
            if (PictureReader.Read(frame, options.Value.MaxPixels, out var picture) is not PictureFault.None and var fault)
            {
                foreach (var read in pictures) read.Dispose();
                return (null, [PictureFaults.Describe(fault, pictures.Count, options.Value.MaxPixels)]);
            }

            pictures.Add(picture!);
        }

        return (check.Judge(pictures, proofing.Challenge, portrait), []);
    }

    private async Task<IResult> MatchAsync(HttpContext http, OpenProofing proofing, SessionToken? token)
    {
        if (!await proofings.EndAsync(proofing.Id)) return ProofingDevice.Over;
        var opened = await prove.DoAsync(proofing, token);
        return Answer.Json(http, JudgementReply.Match(opened?.Reveal(), ShanghaiDay.At(clock.GetUtcNow()).End));
    }

    private async Task<IResult> NotAsync(HttpContext http, OpenProofing proofing, FaceJudgement judgement, int left)
    {
        var next = await proofings.DrawAgainAsync(proofing);
        return Answer.Json(http, JudgementReply.Not(judgement, left, ProofingReply.Of(next, options.Value, queue, system.Value.Telephone)));
    }

    private ProblemResult Full(OpenProofing proofing)
    {
        var seconds = Math.Max(1, queue.WaitSeconds);
        return new(new(ProblemType.Unavailable, $"Too many faces are being compared; come again in about {seconds} seconds, or ask for a check by staff with POST /v1/proofings/{proofing.Id}/staffed-check."), seconds);
    }

    private ProblemResult Spent(OpenProofing proofing) => new(
        new(ProblemType.TooManyRequests, $"The attempts of today are spent. Ask for a check by staff with POST /v1/proofings/{proofing.Id}/staffed-check, or call {system.Value.Telephone}."), attempts.UntilAnew);
}
