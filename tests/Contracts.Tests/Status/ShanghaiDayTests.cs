using CsCheck;
using HealthBao.Contracts.Status;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Contracts.Tests.Status;

public sealed class ShanghaiDayTests
{
    [Theory]
    [InlineData("2026-03-01T00:00:00+08:00", "20260301")]
    [InlineData("2026-03-01T23:59:59.9999999+08:00", "20260301")]
    [InlineData("2026-03-02T00:00:00+08:00", "20260302")]
    [InlineData("2026-03-01T15:59:59Z", "20260301")]
    [InlineData("2026-03-01T16:00:00Z", "20260302")]
    [InlineData("2026-12-31T16:00:00Z", "20270101")]
    [InlineData("2028-02-28T16:00:00Z", "20280229")]
    [InlineData("2028-02-29T16:00:00Z", "20280301")]
    [InlineData("2026-02-28T16:00:00Z", "20260301")]
    [InlineData("2026-02-28T23:30:00-05:00", "20260301")]
    public void An_instant_belongs_to_a_day_in_Shanghai(string instant, string day) =>
        Assert.Equal(day, ShanghaiDay.At(DateTimeOffset.Parse(instant)).Compact);

    [Theory]
    [InlineData("20260301", "2026-03-02T00:00:00+08:00")]
    [InlineData("20261231", "2027-01-01T00:00:00+08:00")]
    [InlineData("20280228", "2028-02-29T00:00:00+08:00")]
    [InlineData("20280229", "2028-03-01T00:00:00+08:00")]
    public void The_day_ends_at_24_o_clock_written_as_midnight_of_the_next(string day, string end)
    {
        Assert.True(ShanghaiDay.TryParseCompact(day, out var read));
        Assert.Equal(end, ShanghaiDay.Format(read.End));
    }

    [Fact]
    public void Every_instant_lies_between_start_and_end_of_its_day_and_the_end_is_of_the_next() =>
        Gen.Long[0, 4_102_444_800].Select(DateTimeOffset.FromUnixTimeSeconds).Sample(instant =>
        {
            var day = ShanghaiDay.At(instant);
            return day.Start <= instant && instant < day.End && day.End - day.Start == TimeSpan.FromHours(24)
                && ShanghaiDay.At(day.End) == day.Next && day.Next.Previous == day && day.CompareTo(day.Next) < 0;
        });

    [Fact]
    public void Today_turns_at_midnight_in_Shanghai_wherever_the_machine_stands()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-03-01T23:59:59+08:00"));
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("far away", TimeSpan.FromHours(-11), "far away", "far away"));
        Assert.Equal("20260301", ShanghaiDay.At(clock.GetUtcNow()).Compact);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("20260302", ShanghaiDay.At(clock.GetUtcNow()).Compact);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-03-01")]
    [InlineData("20260229")]
    [InlineData("20261301")]
    [InlineData("20260301 ")]
    [InlineData("2026031")]
    [InlineData("２０２６０３０１")]
    public void What_is_no_compact_date_is_refused(string? text) => Assert.False(ShanghaiDay.TryParseCompact(text, out _));
}
