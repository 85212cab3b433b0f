using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Tests.Pass;

public sealed class PassTimeTests
{
    [Fact]
    public void A_pass_past_midnight_is_not_admitted()
    {
        var end = MadeUpRegion.Today.End;
        var token = MadeUpRegion.Beijing.Pass.Api;
        var patient = Checkpoint.Open with { MaxStatusAge = TimeSpan.FromDays(1) };
        Assert.True((patient with { Now = end.AddTicks(-1) }).Verify(token).IsSound);
        foreach (var now in new[] { end, end.AddTicks(1), end.AddSeconds(1), end.AddYears(1) })
            Assert.Equal(PassRejection.Expired, (patient with { Now = now }).Verify(token).Rejection);
    }

    [Fact]
    public void An_expired_pass_still_tells_what_it_said()
    {
        var verification = (Checkpoint.Open with { Now = MadeUpRegion.Today.End }).Verify(MadeUpRegion.Beijing.Pass.Card);
        Assert.Equal(MadeUpRegion.Beijing.Statement, verification.Statement);
        Assert.False(verification.IsSound);
    }

    [Theory]
    [InlineData(0, PassRejection.None)]
    [InlineData(60, PassRejection.None)]
    [InlineData(61, PassRejection.NotYetValid)]
    [InlineData(36_000, PassRejection.NotYetValid)]
    public void A_pass_may_begin_at_most_sixty_seconds_ahead(int seconds, PassRejection expected) =>
        Assert.Equal(expected, (Checkpoint.Open with { Now = MadeUpRegion.Morning.AddSeconds(-seconds) }).Verify(MadeUpRegion.Beijing.Pass.Api).Rejection);

    [Fact]
    public void A_pass_that_ends_before_midnight_ends_when_it_says()
    {
        var noon = MadeUpRegion.Today.Start.AddHours(12);
        var token = PassSigner.Sign(MadeUpRegion.Beijing.Statement with { Expires = noon }, MadeUpRegion.Beijing.DayKey).Api;
        var patient = Checkpoint.Open with { MaxStatusAge = TimeSpan.FromDays(1) };
        Assert.True((patient with { Now = noon.AddSeconds(-1) }).Verify(token).IsSound);
        Assert.Equal(PassRejection.Expired, (patient with { Now = noon }).Verify(token).Rejection);
    }

    [Fact]
    public void A_pass_of_the_whole_day_and_of_its_last_second_conform()
    {
        var day = MadeUpRegion.Today;
        foreach (var (from, now) in new[] { (day.Start, MadeUpRegion.Morning), (day.End.AddSeconds(-1), day.End.AddSeconds(-1)) })
        {
            var statement = MadeUpRegion.Beijing.Statement with { NotBefore = from, AsOf = day.Start.AddHours(-3) };
            var checkpoint = Checkpoint.Open with { Now = now, MaxStatusAge = TimeSpan.FromDays(1) };
            Assert.True(checkpoint.Verify(PassSigner.Sign(statement, MadeUpRegion.Beijing.DayKey).Api).IsSound);
        }
    }

    [Fact]
    public void A_pass_beyond_midnight_of_its_day_is_never_signed()
    {
        var sound = MadeUpRegion.Beijing.Statement;
        foreach (var faulty in new[]
        {
            sound with { Expires = MadeUpRegion.Today.End.AddSeconds(1) }, sound with { Expires = sound.NotBefore }, sound with { Expires = sound.NotBefore.AddSeconds(-1) },
            sound with { AsOf = sound.NotBefore.AddSeconds(1) }, sound with { NotBefore = sound.NotBefore.AddTicks(1) }, sound with { AsOf = sound.AsOf.AddMilliseconds(1) },
        })
            Assert.Throws<ArgumentException>(() => PassSigner.Sign(faulty, MadeUpRegion.Beijing.DayKey));
    }

    [Theory]
    [InlineData(-3600, 0)]
    [InlineData(0, 1800)]
    [InlineData(0, -1)]
    [InlineData(32401, 0)]
    public void A_pass_outside_the_life_of_its_key_does_not_conform(int keyStartsLater, int keyEndsEarlier)
    {
        var region = MadeUpRegion.Beijing;
        var key = region.ListedKey with { NotBefore = MadeUpRegion.Today.Start.AddSeconds(keyStartsLater), Expires = MadeUpRegion.Today.End.AddSeconds(-keyEndsEarlier) };
        var expected = keyStartsLater > 32_400 || keyEndsEarlier > 0 ? PassRejection.NotConformant : PassRejection.None;
        Assert.Equal(expected, (Checkpoint.Open with { Participants = [region.Listed with { Keys = [key] }] }).Verify(region.Pass.Api).Rejection);
    }

    [Fact]
    public void A_key_of_yesterday_signs_no_pass_of_today()
    {
        var region = MadeUpRegion.Beijing;
        var yesterday = region.ListedKey with { NotBefore = MadeUpRegion.Today.Previous.Start, Expires = MadeUpRegion.Today.Start };
        var verification = (Checkpoint.Open with { Participants = [region.Listed with { Keys = [yesterday] }] }).Verify(region.Pass.Card);
        Assert.Equal((PassRejection.NotConformant, (PassChecks)0b1_1111), (verification.Rejection, verification.Checked));
        Assert.Null(verification.Statement);
    }

    [Fact]
    public void Instants_at_the_end_of_the_calendar_do_not_conform_and_do_no_harm()
    {
        foreach (var seconds in new[] { "253402300799", "253402185600", "253402300800", "9223372036854775807", "9223372036854775808", "-1", "0", "-0", "1e9", "1772326800.0" })
        {
            Assert.Equal(PassRejection.NotConformant, Checkpoint.Open.Verify(Forged.Api(Forged.ClaimsWith("1772326800", seconds))).Rejection);
            Assert.Equal(PassRejection.NotConformant, Checkpoint.Open.Verify(Forged.Api(Forged.ClaimsWith("1772380800", seconds))).Rejection);
        }
    }
}
