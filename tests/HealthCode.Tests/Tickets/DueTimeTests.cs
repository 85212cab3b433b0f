using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Tickets;

namespace HealthBao.HealthCode.Tests.Tickets;

public sealed class DueTimeTests
{
    private static readonly DateTimeOffset Sunday = new(2020, 3, 1, 0, 0, 0, ShanghaiDay.Offset);

    [Theory]
    [InlineData(9.25, 9, 24 + 9.25)]
    [InlineData(9, 9, 18)]
    [InlineData(6, 9, 18)]
    [InlineData(18, 1, 24 + 10)]
    [InlineData(23.5, 18, 48 + 18)]
    public void Only_the_hours_of_open_desks_count(double opened, int hours, double due) =>
        Assert.Equal(Sunday.AddHours(due), DueTime.Of(Sunday.AddHours(opened), hours, new()));

    [Fact]
    public void Holidays_and_days_of_rest_do_not_count() =>
        Assert.Equal(Sunday.AddDays(2).AddHours(18), DueTime.Of(Sunday.AddHours(10), 9, new TicketOptions { WorkingDays = [1, 2, 3, 4, 5], Holidays = ["20200302"] }));
}
