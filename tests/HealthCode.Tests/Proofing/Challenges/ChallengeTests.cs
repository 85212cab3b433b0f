using HealthBao.HealthCode.Proofing.Challenges;
using HealthBao.HealthCode.Proofing.Faces;
using static HealthBao.HealthCode.Proofing.Challenges.ChallengeStep;

namespace HealthBao.HealthCode.Tests.Proofing.Challenges;

public sealed class ChallengeTests
{
    private static readonly Challenge All = new([LookStraight, TurnLeft, TurnRight, OpenMouth]);

    [Fact]
    public void Who_does_each_step_has_missed_none() => Assert.Null(All.FirstMissed([Frame(0.1f), Frame(0.5f), Frame(-0.3f), Frame(0.1f, 0.5f)]));

    [Fact]
    public void A_printed_photo_turns_no_head_and_opens_no_mouth()
    {
        Assert.Equal(TurnLeft, All.FirstMissed([Frame(0.1f), Frame(0.1f), Frame(0.1f), Frame(0.1f)]));
        Assert.Equal(OpenMouth, new Challenge([LookStraight, OpenMouth]).FirstMissed([Frame(0), Frame(0, 0.1f)]));
    }

    [Fact]
    public void A_photo_that_is_turned_already_does_not_count_as_turning() => Assert.Equal(LookStraight, All.FirstMissed([Frame(0.6f), Frame(0.6f), Frame(0.6f), Frame(0.6f)]));

    [Fact]
    public void A_photo_with_an_open_mouth_does_not_count_as_opening_it() =>
        Assert.NotNull(new Challenge([LookStraight, OpenMouth]).FirstMissed([Frame(0, 0.4f), Frame(0, 0.4f)]));

    [Fact]
    public void The_wrong_side_is_not_the_side_that_was_asked_for() =>
        Assert.Equal(TurnLeft, new Challenge([LookStraight, TurnLeft]).FirstMissed([Frame(0), Frame(-0.6f)]));

    [Fact]
    public void The_steps_begin_straight_are_different_and_come_in_every_order()
    {
        var drawn = Enumerable.Range(0, 400).Select(_ => Challenge.New(2)).ToList();
        Assert.All(drawn, c => Assert.Equal(LookStraight, c.Steps[0]));
        Assert.All(drawn, c => Assert.Equal(3, c.Steps.Distinct().Count()));
        Assert.Equal(6, drawn.Select(c => string.Join(',', c.Steps)).Distinct().Count());
    }

    private static FaceReading Frame(float turn, float mouth = 0) => new(FaceFault.None, turn, mouth, DrawnFace.DescriptorOf(1));
}
