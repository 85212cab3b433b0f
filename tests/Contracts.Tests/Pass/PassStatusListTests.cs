using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;

namespace HealthBao.Contracts.Tests.Pass;

public sealed class PassStatusListTests
{
    private static readonly MadeUpRegion Beijing = MadeUpRegion.Beijing;

    [Theory]
    [InlineData(0, PassRejection.None)]
    [InlineData(1, PassRejection.Superseded)]
    [InlineData(2, PassRejection.Suspended)]
    [InlineData(3, PassRejection.StatusUnknown)]
    public void The_two_bits_of_a_pass_say_how_it_stands(int value, PassRejection expected)
    {
        foreach (var index in new[] { 0, 1, 2, 3, 4, 70111, 131071 })
        {
            var bits = new byte[32 * 1024];
            bits[index / 4] = (byte)(value << (index % 4 * 2));
            var verification = With(Checkpoint.List(Beijing, bits)).Verify(Pass(index));
            Assert.Equal(expected, verification.Rejection);
            Assert.Equal(MadeUpRegion.Morning, verification.StatusListAsOf);
        }
    }

    [Fact]
    public void The_neighbours_bits_say_nothing()
    {
        var bits = Enumerable.Repeat((byte)0xFF, 32 * 1024).ToArray();
        bits[70111 / 4] = unchecked((byte)~(3 << (70111 % 4 * 2)));
        Assert.True(With(Checkpoint.List(Beijing, bits)).Verify(Pass(70111)).IsSound);
        Assert.Equal(PassRejection.StatusUnknown, With(Checkpoint.List(Beijing, bits)).Verify(Pass(70110)).Rejection);
    }

    [Fact]
    public void An_index_outside_the_list_is_unknown()
    {
        Assert.True(Checkpoint.Open.Verify(Pass(131_071)).IsSound);
        Assert.Equal(PassRejection.StatusUnknown, Checkpoint.Open.Verify(Pass(131_072)).Rejection);
        Assert.Equal(PassRejection.StatusUnknown, Checkpoint.Open.Verify(Pass(int.MaxValue)).Rejection);
        Assert.Equal(PassRejection.StatusUnknown, With(Checkpoint.List(Beijing, [])).Verify(Pass(0)).Rejection);
    }

    [Fact]
    public void Without_the_list_of_that_issuer_and_day_the_status_is_unknown()
    {
        var yesterday = Checkpoint.List(Beijing) with { Day = MadeUpRegion.Today.Previous };
        foreach (var lists in new[] { StatusListSet.Empty, StatusListSet.Empty.With(Checkpoint.List(MadeUpRegion.Tianjin)), StatusListSet.Empty.With(yesterday) })
        {
            var verification = (Checkpoint.Open with { StatusLists = lists }).Verify(Beijing.Pass.Api);
            Assert.Equal((PassRejection.StatusUnknown, (PassChecks)0b111_1111), (verification.Rejection, verification.Checked));
            Assert.Null(verification.StatusListAsOf);
        }
    }

    [Fact]
    public void A_list_older_than_allowed_is_unknown_and_its_age_is_told()
    {
        var place = Checkpoint.Open with { MaxStatusAge = TimeSpan.FromMinutes(30) };
        Assert.True((place with { Now = MadeUpRegion.Morning.AddMinutes(30) }).Verify(Beijing.Pass.Api).IsSound);
        var late = (place with { Now = MadeUpRegion.Morning.AddMinutes(30).AddTicks(1) }).Verify(Beijing.Pass.Api);
        Assert.Equal(PassRejection.StatusUnknown, late.Rejection);
        Assert.Equal(MadeUpRegion.Morning, late.StatusListAsOf);
    }

    [Fact]
    public void A_stale_list_does_not_even_say_superseded()
    {
        var bits = Enumerable.Repeat((byte)0x55, 32 * 1024).ToArray();
        Assert.Equal(PassRejection.Superseded, With(Checkpoint.List(Beijing, bits)).Verify(Beijing.Pass.Api).Rejection);
        Assert.Equal(PassRejection.StatusUnknown, (With(Checkpoint.List(Beijing, bits)) with { Now = MadeUpRegion.Morning.AddHours(1) }).Verify(Beijing.Pass.Api).Rejection);
    }

    [Fact]
    public void A_list_dated_at_the_end_of_the_calendar_does_no_harm()
    {
        var list = Checkpoint.List(Beijing) with { AsOf = DateTimeOffset.MaxValue };
        Assert.True(With(list).Verify(Beijing.Pass.Api).IsSound);
    }

    private static Checkpoint With(HeldStatusList list) => Checkpoint.Open with { StatusLists = StatusListSet.Empty.With(list) };

    private static string Pass(int index) => PassSigner.Sign(Beijing.Statement with { StatusIndex = index }, Beijing.DayKey).Api;
}
