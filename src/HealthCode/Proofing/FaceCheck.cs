using HealthBao.HealthCode.Proofing.Challenges;
using HealthBao.HealthCode.Proofing.Faces;
using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Proofing;

/// <summary>Judges pictures: one face in each, the steps done, by one person, and that person the one of the portrait.</summary>
internal sealed class FaceCheck(ReadFace read, IOptions<ProofingOptions> options)
{
    /// <summary>Judges. The pictures are wiped.</summary>
    /// <param name="pictures">One for each step.</param>
    /// <param name="challenge">The steps.</param>
    /// <param name="portrait">The person's, or null when none is held.</param>
    public FaceJudgement Judge(IReadOnlyList<Picture> pictures, Challenge challenge, FaceDescriptor? portrait)
    {
        var frames = new List<FaceReading>();
        try
        {
            foreach (var picture in pictures)
            {
                frames.Add(read(picture));
                if (frames[^1].Fault != FaceFault.None) return new(OutcomeOf(frames[^1].Fault), challenge.Steps[frames.Count - 1]);
            }

            return challenge.FirstMissed(frames) is { } step ? new(FaceOutcome.ChallengeMissed, step) : new(Compare(frames, portrait));
        }
        finally
        {
            foreach (var frame in frames) frame.Dispose();
            foreach (var picture in pictures) picture.Dispose();
        }
    }

    private FaceOutcome Compare(List<FaceReading> frames, FaceDescriptor? portrait)
    {
        var straight = frames[0].Descriptor!;
        // Two people before one camera: one does the steps, the other has the face.
        if (frames.Any(f => f.Descriptor!.DistanceTo(straight) > options.Value.HandAt)) return FaceOutcome.NoMatch;
        if (portrait is null) return FaceOutcome.NoMatch;
        var distance = straight.DistanceTo(portrait);
        return distance <= options.Value.MatchAt ? FaceOutcome.Match : distance <= options.Value.HandAt ? FaceOutcome.CheckByHand : FaceOutcome.NoMatch;
    }

    private static FaceOutcome OutcomeOf(FaceFault fault) => fault switch
    {
        FaceFault.SeveralFaces => FaceOutcome.SeveralFaces,
        FaceFault.FaceTooSmall => FaceOutcome.FaceTooSmall,
        _ => FaceOutcome.NoFace,
    };
}
