using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Tests.Status;

public sealed class HealthStatusesTests
{
    [Fact]
    public void There_are_five_and_each_has_its_own_code_and_words()
    {
        Assert.Equal(
            ["cannot-confirm", "not-held", "no-abnormality", "home-observation", "central-observation"],
            HealthStatuses.All.Select(s => s.Code()));
        Assert.Equal(["无法确认", "尚未掌握", "未见异常", "居家观察", "集中观察"], HealthStatuses.All.Select(s => s.Words().Zh));
        Assert.Equal(5, HealthStatuses.All.Select(s => s.Words().En).Distinct().Count());
        Assert.Equal(Enum.GetValues<HealthStatus>(), HealthStatuses.All);
    }

    [Fact]
    public void The_value_that_nobody_set_claims_nothing() => Assert.Equal(HealthStatus.CannotConfirm, default);

    [Fact]
    public void Every_code_reads_back()
    {
        foreach (var status in HealthStatuses.All)
        {
            Assert.True(HealthStatuses.TryParse(status.Code(), out var read));
            Assert.Equal(status, read);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("green")]
    [InlineData("No-Abnormality")]
    [InlineData("no-abnormality ")]
    [InlineData("NoAbnormality")]
    [InlineData("2")]
    public void Any_other_code_is_refused_and_claims_nothing(string? code)
    {
        Assert.False(HealthStatuses.TryParse(code, out var status));
        Assert.Equal(HealthStatus.CannotConfirm, status);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void There_is_no_sixth(int value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((HealthStatus)value).Code());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((HealthStatus)value).Words());
    }
}
