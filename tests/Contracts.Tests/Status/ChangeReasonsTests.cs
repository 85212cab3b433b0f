using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Tests.Status;

public sealed class ChangeReasonsTests
{
    [Fact]
    public void Yellow_and_red_are_reached_by_reasons_of_health_only() =>
        Assert.All(HealthStatuses.All.Where(PassStatement.NeedsAuthority), s => Assert.All(ChangeReasons.All.Where(r => r.MayLeadTo(s)), r => Assert.True(r.IsHealth, r.Code)));

    [Fact]
    public void Every_status_is_reached_and_every_reason_has_words_in_both_languages()
    {
        Assert.All(HealthStatuses.All, s => Assert.Contains(ChangeReasons.All, r => r.Statuses.Contains(s)));
        Assert.All(ChangeReasons.All, r => Assert.False(string.IsNullOrWhiteSpace(r.Words.Zh) || string.IsNullOrWhiteSpace(r.Words.En)));
        Assert.All(ChangeReasons.All, r => Assert.Matches("^[a-z]+(-[a-z]+)*$", r.Code));
    }

    [Fact]
    public void The_list_is_closed_and_ordered()
    {
        Assert.Equal(18, ChangeReasons.All.Count);
        Assert.Equal(ChangeReasons.Codes.Order(StringComparer.Ordinal), ChangeReasons.Codes);
        Assert.Same(ChangeReasons.All[0], ChangeReasons.Find(ChangeReasons.Codes[0]));
        Assert.Null(ChangeReasons.Find("bank-depositor"));
        Assert.Null(ChangeReasons.Find("CDC-LIST"));
        Assert.Null(ChangeReasons.Find(null));
    }

    [Fact]
    public void Taking_a_pass_back_says_nothing_of_health()
    {
        var withdrawn = Assert.Single(ChangeReasons.All, r => r.TakesBack);
        Assert.Equal(("pass-withdrawn", false), (withdrawn.Code, withdrawn.IsHealth));
        Assert.Equal(
            [HealthStatus.CannotConfirm, HealthStatus.NotHeld, HealthStatus.NoAbnormality], HealthStatuses.All.Where(withdrawn.MayLeadTo));
    }

    [Fact]
    public void After_release_red_goes_to_yellow_or_green_and_never_to_red_again()
    {
        var released = ChangeReasons.Find("released")!;
        Assert.True(released.MayLeadTo(HealthStatus.HomeObservation) && released.MayLeadTo(HealthStatus.NoAbnormality));
        Assert.False(released.MayLeadTo(HealthStatus.CentralObservation));
    }
}
