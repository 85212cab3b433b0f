using HealthBao.Sandbox.People;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Interop.Tests.StandIns;

public sealed class FetchedCodeTests
{
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromSeconds(120);
    private readonly FakeTimeProvider clock = new(StandInHost.Clock.GetUtcNow());

    [Fact]
    public void Beijing_s_fetched_code_lives_two_minutes_and_the_listed_ones_all_day()
    {
        var (listed, other) = (BeijingCast.All[0], BeijingCast.All[1]);
        var people = new Population([listed, other], [listed], clock, TwoMinutes);
        var fetched = people.FetchCode(listed.DocumentNumber)!;
        Assert.StartsWith("BJJKB:", fetched.NativeCode, StringComparison.Ordinal);
        Assert.Equal(clock.GetUtcNow() + TwoMinutes, fetched.Until);
        clock.Advance(TwoMinutes - TimeSpan.FromMilliseconds(1));
        Assert.Equal(listed, people.FindByCode(fetched.NativeCode));
        Assert.Equal(other, people.FindByCode(other.NativeCode!));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(people.FindByCode(fetched.NativeCode));
        Assert.Null(people.FindByCode(other.NativeCode!));
        clock.Advance(TimeSpan.FromHours(14));
        Assert.Equal(listed, people.FindByCode(listed.NativeCode!));
    }

    [Fact]
    public void A_code_fetched_anew_is_another_one_and_ends_later()
    {
        var people = new Population(BeijingCast.All, BeijingCast.All, clock, TwoMinutes);
        var first = people.FetchCode(BeijingCast.All[0].DocumentNumber)!;
        clock.Advance(TimeSpan.FromSeconds(90));
        var second = people.FetchCode(BeijingCast.All[0].DocumentNumber)!;
        Assert.NotEqual(first.NativeCode, second.NativeCode);
        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(people.FindByCode(first.NativeCode));
        Assert.NotNull(people.FindByCode(second.NativeCode));
    }

    [Fact]
    public void Elsewhere_codes_do_not_end_and_a_city_makes_none()
    {
        var people = new Population(TianjinCast.All, [], clock, null);
        var fetched = people.FetchCode(TianjinCast.All[0].DocumentNumber)!;
        clock.Advance(TimeSpan.FromHours(14));
        Assert.Equal(TianjinCast.All[0], people.FindByCode(fetched.NativeCode));
        Assert.Null(fetched.Until);
        Assert.Null(new Population(XingtaiCast.All, [], clock, null).FetchCode(XingtaiCast.All[0].DocumentNumber));
        Assert.Null(people.FetchCode("nobody"));
    }
}
