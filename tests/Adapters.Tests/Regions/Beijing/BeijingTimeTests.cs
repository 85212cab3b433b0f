using HealthBao.Adapters.Regions.Beijing;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Tests.Regions.Beijing;

public sealed class BeijingTimeTests
{
    [Theory]
    [InlineData("03-01 09:12", "2020-03-01T09:15:00+08:00", "2020-03-01T09:12:00+08:00")]
    [InlineData("03-01 24:00", "2020-03-01T09:15:00+08:00", "2020-03-02T00:00:00+08:00")]
    [InlineData("02-29 24:00", "2020-02-29T09:15:00+08:00", "2020-03-01T00:00:00+08:00")]
    [InlineData("12-31 24:00", "2020-12-31T23:59:59+08:00", "2021-01-01T00:00:00+08:00")]
    [InlineData("12-31 24:00", "2021-01-01T00:00:00+08:00", "2021-01-01T00:00:00+08:00")]
    [InlineData("12-31 23:59", "2021-01-01T00:00:30+08:00", "2020-12-31T23:59:00+08:00")]
    [InlineData("01-01 00:00", "2020-12-31T23:59:40+08:00", "2021-01-01T00:00:00+08:00")]
    [InlineData("01-01 24:00", "2020-12-31T23:59:40+08:00", "2021-01-02T00:00:00+08:00")]
    // The zone counts, not the instant's own offset.
    [InlineData("01-01 07:30", "2020-12-31T23:30:00+00:00", "2021-01-01T07:30:00+08:00")]
    public void The_year_is_the_one_nearest_to_the_clock(string text, string now, string expected)
    {
        Assert.True(BeijingTime.TryRead(text, DateTimeOffset.Parse(now), out var instant));
        Assert.Equal(expected, ShanghaiDay.Format(instant));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("03-01")]
    [InlineData("3-1 9:12")]
    [InlineData("03-01 24:01")]
    [InlineData("03-01 25:00")]
    [InlineData("02-30 24:00")]
    [InlineData("02-29 08:00")]
    [InlineData("13-01 09:12")]
    [InlineData("03-01T09:12")]
    [InlineData("０３-01 09:12")]
    [InlineData("2020-03-01 09:12")]
    public void What_is_not_such_a_time_is_not_read(string? text) =>
        Assert.False(BeijingTime.TryRead(text, DateTimeOffset.Parse("2021-03-01T09:15:00+08:00"), out _));
}
