using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Proofing.Challenges;
using HealthBao.HealthCode.Settings;

namespace HealthBao.HealthCode.Proofing;

/// <summary>What a device is told of its proofing: what to do, what may be sent, how long it takes, and the way without a face.</summary>
/// <param name="Challenge">The steps in their order; none when nobody agreed to a comparison of faces.</param>
/// <param name="WaitSeconds">How long somebody who sends pictures now waits before they are looked at.</param>
internal sealed record ProofingReply(
    string Proofing, string Until, IReadOnlyList<StepReply> Challenge, PictureLimits? Pictures, int? WaitSeconds, StaffedOffer StaffedCheck)
{
    public static ProofingReply Of(OpenProofing proofing, ProofingOptions options, FaceQueue queue, string telephone)
    {
        var offer = StaffedOffer.Of(proofing, options, telephone);
        return proofing.HasFace
            ? new(proofing.Id, ShanghaiDay.Format(proofing.Until), [.. proofing.Challenge.Steps.Select(StepReply.Of)], new($"/v1/proofings/{proofing.Id}/frames", options.MaxImageBytes, options.MaxPixels), queue.WaitSeconds, offer)
            : new(proofing.Id, ShanghaiDay.Format(proofing.Until), [], null, null, offer);
    }
}
