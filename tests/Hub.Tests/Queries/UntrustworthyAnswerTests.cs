using System.Text.Json;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Tests.Verification;

namespace HealthBao.Hub.Tests.Queries;

/// <summary>A region's answer counts when it is that region's word on that call and that person, and only then.</summary>
public sealed class UntrustworthyAnswerTests(VerificationHub room) : IClassFixture<VerificationHub>
{
    public static TheoryData<string> Untrustworthy => new(
        "to another call", "signed by another region", "of another region", "signed by nobody", "a pass of somebody else", "another region's pass", "a pass of a changed claim",
        "no card", "a card of rubbish", "a card that says otherwise", "green without a pass", "late and green", "rubbish", "empty", "very long");

    [Theory]
    [MemberData(nameof(Untrustworthy))]
    public async Task An_answer_that_does_not_stand_is_no_answer(string answered)
    {
        room.Beijing.Adapter.OnQuery = (http, callId) => FakeAdapter.AnswerAsync(http, 200, Answer(answered, callId));
        var answer = await room.Hub.AskAsync("/v1/status-queries", TestPeople.Zhang.Query("110000"));
        Expect.Verdict(answer, "cannot-tell", "region-unavailable");
        Assert.Null(Expect.Text(answer, "status"));
        Assert.Null(Expect.Text(answer, "pass"));
        Assert.True(answer.GetProperty("holder").ValueKind == JsonValueKind.Null);
        Assert.DoesNotContain("Admit", Expect.Text(answer.GetProperty("next").GetProperty("staff"), "en")!, StringComparison.Ordinal);
        Assert.Empty(answer.GetProperty("conditions").EnumerateArray());
    }

    private string Answer(string answered, string callId)
    {
        var (beijing, now) = (room.Beijing, RunningHub.Morning);
        var pass = beijing.Pass();
        var good = new StatusAnswer(HealthStatus.NoAbnormality, null, pass.Api, pass.Card);
        string Signed(StatusAnswer answer) => answer.Sign(beijing.Issuer, callId, beijing.TodaysKey, now);
        var parts = pass.Api.Split('.');
        return answered switch
        {
            "to another call" => good.Sign(beijing.Issuer, "another", beijing.TodaysKey, now),
            "signed by another region" => good.Sign(beijing.Issuer, callId, room.Tianjin.TodaysKey, now),
            "of another region" => good.Sign(room.Tianjin.Issuer, callId, beijing.TodaysKey, now),
            "signed by nobody" => good.Sign(beijing.Issuer, callId, HealthBao.Contracts.Jose.SigningKey.Create(), now),
            "a pass of somebody else" => Signed(With(beijing.Sign(beijing.Says() with { Person = TestPeople.Li.Masked }))),
            "another region's pass" => Signed(With(room.Tianjin.Pass())),
            "a pass of a changed claim" => Signed(good with { Pass = $"{parts[0]}.{beijing.Pass("red").Api.Split('.')[1]}.{parts[2]}" }),
            "no card" => Signed(good with { Card = null }),
            "a card of rubbish" => Signed(good with { Card = "卡 ~" }),
            "a card that says otherwise" => Signed(good with { Card = beijing.Pass("yellow").Card }),
            "green without a pass" => Signed(new(HealthStatus.NoAbnormality, null, null, null)),
            "late and green" => Signed(new(HealthStatus.NoAbnormality, "source-late", null, null)),
            "very long" => new string('A', 70_000),
            "empty" => "",
            _ => "a.b.c",
        };
    }

    private static StatusAnswer With(SignedPass pass) => new(HealthStatus.NoAbnormality, null, pass.Api, pass.Card);
}
