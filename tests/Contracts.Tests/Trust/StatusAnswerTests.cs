using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Trust;

public sealed class StatusAnswerTests
{
    private static readonly MadeUpRegion Beijing = MadeUpRegion.Beijing;
    private static readonly TrustedIssuer Issuer = Checkpoint.Open.Trust.Find(Beijing.Issuer)!;

    [Fact]
    public void An_answer_with_and_without_a_pass_is_read_back()
    {
        foreach (var answer in new StatusAnswer[]
        {
            new(HealthStatus.NoAbnormality, null, Beijing.Pass.Api, Beijing.Pass.Card), new(HealthStatus.NotHeld, null, null, null), new(HealthStatus.CannotConfirm, "source-late", null, null),
        })
            Assert.Equal(answer, Verify(answer.Sign(Beijing.Issuer, "call-1", Beijing.DayKey, MadeUpRegion.Morning)));
    }

    [Fact]
    public void An_answer_to_another_call_or_of_another_region_is_refused()
    {
        var answer = new StatusAnswer(HealthStatus.NotHeld, null, null, null);
        Assert.Null(Verify(answer.Sign(Beijing.Issuer, "call-2", Beijing.DayKey, MadeUpRegion.Morning)));
        Assert.Null(Verify(answer.Sign(MadeUpRegion.Tianjin.Issuer, "call-1", Beijing.DayKey, MadeUpRegion.Morning)));
        Assert.Null(Verify(answer.Sign(Beijing.Issuer, "call-1", MadeUpRegion.Tianjin.DayKey, MadeUpRegion.Morning)));
        Assert.Null(Verify(answer.Sign(Beijing.Issuer, "call-1", Beijing.EnrolmentKey, MadeUpRegion.Morning)));
    }

    [Fact]
    public void An_answer_that_is_changed_or_of_another_type_is_refused()
    {
        var token = new StatusAnswer(HealthStatus.NotHeld, null, null, null).Sign(Beijing.Issuer, "call-1", Beijing.DayKey, MadeUpRegion.Morning);
        Assert.NotNull(Verify(token));
        Assert.Null(Verify(EditedClaims.Sign(StatusAnswer.Type, token, Beijing.DayKey, c => c["status"] = "green")));
        Assert.Null(Verify(EditedClaims.Sign(StatusAnswer.Type, token, Beijing.DayKey, c => c["status"] = 2)));
        Assert.Null(Verify(EditedClaims.Sign(StatusAnswer.Type, token, Beijing.DayKey, c => c["more"] = 2)));
        Assert.Null(Verify(EditedClaims.Sign(StatusAnswer.Type, token, Beijing.DayKey, c => c.Remove("inResponseTo"))));
        Assert.Null(Verify(EditedClaims.Sign("health-pass+jwt", token, Beijing.DayKey, _ => { })));
        Assert.Null(Verify(Beijing.Pass.Api));
        Assert.Null(Verify(null));
    }

    [Fact]
    public void An_answer_is_no_pass()
    {
        var token = new StatusAnswer(HealthStatus.NoAbnormality, null, Beijing.Pass.Api, null).Sign(Beijing.Issuer, "call-1", Beijing.DayKey, MadeUpRegion.Morning);
        Assert.False(Checkpoint.Open.Verify(token).IsSound);
    }

    private static StatusAnswer? Verify(string? token) => StatusAnswer.Verify(token, Issuer, "call-1");
}
