using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Verdicts;

namespace HealthBao.Contracts.Tests.Verdicts;

public sealed class VerdictReasonsTests
{
    [Fact]
    public void Every_rejection_and_every_status_but_green_has_a_reason_with_words()
    {
        foreach (var rejection in Enum.GetValues<PassRejection>().Where(r => r != PassRejection.None)) Assert.Equal(rejection.Code(), VerdictReasons.Of(rejection).Code);
        foreach (var status in HealthStatuses.All.Where(s => s != HealthStatus.NoAbnormality)) Assert.Equal(status.Code(), VerdictReasons.Of(status).Code);
        Assert.All(VerdictReasons.All, r => Assert.All(
            new[] { r.Guidance.Staff.Zh, r.Guidance.Staff.En, r.Guidance.Traveller.Zh, r.Guidance.Traveller.En }, words => Assert.False(string.IsNullOrWhiteSpace(words))));
    }

    [Fact]
    public void Only_what_is_proven_is_refused() => Assert.Equal(
        ["bad-signature", "central-observation", "holder-mismatch", "home-observation"],
        VerdictReasons.All.Where(r => r.Verdict == Verdict.Refuse).Select(r => r.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void No_reason_admits() => Assert.DoesNotContain(VerdictReasons.All, r => r.Verdict == Verdict.Admit);

    [Fact]
    public void The_list_is_closed_and_green_is_no_reason()
    {
        Assert.Equal(25, VerdictReasons.All.Count);
        Assert.Throws<KeyNotFoundException>(() => VerdictReasons.Of("no-such-reason"));
        Assert.Throws<KeyNotFoundException>(() => VerdictReasons.Of(HealthStatus.NoAbnormality));
        Assert.Throws<KeyNotFoundException>(() => VerdictReasons.Of(PassRejection.None));
        var named = new[]
        {
            VerdictReasons.NoRule, VerdictReasons.CityScope, VerdictReasons.UnmappedCode, VerdictReasons.NativeCodeUnknown, VerdictReasons.RegionUnavailable,
            VerdictReasons.RegionsDisagree, VerdictReasons.SourceLate,
        };
        Assert.All(named, r => Assert.Equal(Verdict.CannotTell, r.Verdict));
        Assert.Equal(7, named.Distinct().Count());
    }

    [Fact]
    public void A_verdict_that_nobody_gave_decides_nothing()
    {
        Assert.Equal(Verdict.CannotTell, default);
        Assert.Equal(["cannot-tell", "admit", "refuse"], Enum.GetValues<Verdict>().Select(v => v.Code()));
        Assert.Equal("cannot-tell", ((Verdict)7).Code());
    }

    [Fact]
    public void The_traveller_is_never_told_a_colour_or_a_fault_of_ours()
    {
        foreach (var reason in VerdictReasons.All)
            Assert.All(new[] { "红", "黄", "隔离观察", "可疑", "伪造", "forged", "red", "yellow" }, word =>
                Assert.DoesNotContain(word, reason.Guidance.Traveller.Zh + " " + reason.Guidance.Traveller.En.Replace("registered", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }
}
