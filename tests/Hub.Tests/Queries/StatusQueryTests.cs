using System.Net;
using System.Text.Json;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Tests.Verification;

namespace HealthBao.Hub.Tests.Queries;

public sealed class StatusQueryTests : IClassFixture<VerificationHub>
{
    private readonly VerificationHub room;

    public StatusQueryTests(VerificationHub room)
    {
        this.room = room;
        foreach (var region in Regions) region.Adapter.AnswerQueries(() => new(HealthStatus.NotHeld, null, null, null));
    }

    private FakeRegion[] Regions => [room.Beijing, room.Tianjin, room.Hebei];

    [Fact]
    public async Task One_region_answers_with_the_pass_in_all_its_renditions()
    {
        var pass = Holds(room.Beijing, "green");
        var answer = await AskAsync("110000");
        Expect.Verdict(answer, "admit", null);
        Assert.Equal((pass.Api, pass.Card, pass.Qr), (Expect.Text(answer, "pass"), Expect.Text(answer, "card"), Expect.Text(answer, "qr")));
        Assert.False(answer.TryGetProperty("answers", out _));
    }

    [Fact]
    public async Task The_region_is_asked_about_the_person_and_told_nothing_else()
    {
        string? asked = null;
        room.Beijing.Adapter.OnQuery = async (http, _) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            asked = await reader.ReadToEndAsync();
            http.Response.StatusCode = 502;
        };
        await AskAsync("110000");
        Assert.Equal("""{"name":"张三","documentType":"resident-id","documentNumber":"11010519491231002X"}""", asked);
        Assert.DoesNotContain(room.Hub.Log.Lines, l => l.Contains(TestPeople.Zhang.Number, StringComparison.Ordinal) || l.Contains("张三", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_all_regions_one_that_holds_the_person_decides()
    {
        var pass = Holds(room.Hebei, "yellow");
        var answer = await AskAsync(null);
        Expect.Verdict(answer, "refuse", "home-observation");
        Assert.Equal(pass.Api, Expect.Text(answer, "pass"));
        Assert.Equal(["not-held", "not-held", "home-observation"], Answers(answer, "reason"));
        Assert.Equal(["110000", "120000", "130000"], Answers(answer, "region"));
    }

    [Fact]
    public async Task Nobody_who_holds_the_person_is_the_paper_route()
    {
        var answer = await AskAsync(null);
        Expect.Verdict(answer, "cannot-tell", "not-held");
        Assert.Equal("not-held", Expect.Text(answer, "status"));
        Assert.Contains("paper-registration", answer.GetProperty("conditions").EnumerateArray().Select(c => c.GetString()));
        Assert.Null(Expect.Text(answer, "pass"));
    }

    [Fact]
    public async Task Regions_that_state_different_things_disagree()
    {
        Holds(room.Hebei, "yellow");
        Holds(room.Beijing, "green");
        var answer = await AskAsync(null);
        Expect.Verdict(answer, "cannot-tell", "regions-disagree");
        Assert.Null(Expect.Text(answer, "pass"));
        Assert.Equal([null, "not-held", "home-observation"], Answers(answer, "reason"));
    }

    [Fact]
    public async Task Two_regions_that_state_the_same_agree()
    {
        Holds(room.Hebei, "green");
        Holds(room.Beijing, "green");
        Expect.Verdict(await AskAsync(null), "admit", null);
    }

    [Fact]
    public async Task A_region_that_gives_no_answer_might_have_disagreed()
    {
        Holds(room.Beijing, "green");
        room.Tianjin.Adapter.OnQuery = (http, _) => FakeAdapter.AnswerAsync(http, 502, "{}");
        var answer = await AskAsync(null);
        Expect.Verdict(answer, "cannot-tell", "region-unavailable");
        Assert.Null(Expect.Text(answer, "pass"));
    }

    [Fact]
    public async Task A_late_source_is_told_as_such_and_never_as_not_held()
    {
        room.Hebei.Adapter.AnswerQueries(() => new(HealthStatus.CannotConfirm, "source-late", null, null));
        var answer = await AskAsync(null);
        Expect.Verdict(answer, "cannot-tell", "source-late");
        Assert.Contains("与您个人无关", Expect.Text(answer.GetProperty("next").GetProperty("traveller"), "zh")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_person_and_a_wrong_name_are_told_alike()
    {
        var unknown = await AskAsync("110000");
        var wrong = await room.Hub.AskAsync("/v1/status-queries", (TestPeople.Zhang with { Name = "王五" }).Query("110000"));
        Assert.Equal(Without(unknown), Without(wrong));
    }

    [Fact]
    public async Task A_region_that_has_not_joined_is_not_trusted()
    {
        var answer = await AskAsync("140000");
        Expect.Verdict(answer, "cannot-tell", "issuer-not-trusted");
        Assert.Null(Expect.Text(answer, "pass"));
    }

    [Theory]
    [InlineData("advertising")]
    [InlineData("Epidemic-Control")]
    public async Task No_other_purpose_is_granted(string purpose)
    {
        using var response = await room.Hub.PostTextAsync("/v1/status-queries", JsonSerializer.Serialize(TestPeople.Zhang.Query("110000", purpose: purpose)), TestPartner.Gate);
        await Expect.FaultAsync(response, "purpose", "not-listed", purpose, "张三", TestPeople.Zhang.Number);
    }

    public static TheoryData<string> Untrustworthy => new(
        "to another call", "signed by another region", "of another region", "signed by nobody", "a pass of somebody else", "another region's pass", "a pass of a changed claim",
        "no card", "a card of rubbish", "a card that says otherwise", "green without a pass", "late and green", "rubbish", "empty", "very long");

    [Theory]
    [MemberData(nameof(Untrustworthy))]
    public async Task An_answer_that_does_not_stand_is_no_answer(string answered)
    {
        room.Beijing.Adapter.OnQuery = (http, callId) => FakeAdapter.AnswerAsync(http, 200, Answer(answered, callId));
        var answer = await AskAsync("110000");
        Expect.Verdict(answer, "cannot-tell", "region-unavailable");
        Assert.Null(Expect.Text(answer, "status"));
        Assert.Null(Expect.Text(answer, "pass"));
        Assert.True(answer.GetProperty("holder").ValueKind == JsonValueKind.Null);
        Assert.DoesNotContain("Admit", Expect.Text(answer.GetProperty("next").GetProperty("staff"), "en")!, StringComparison.Ordinal);
        Assert.Empty(answer.GetProperty("conditions").EnumerateArray());
    }

    [Fact]
    public async Task No_region_at_all_is_told_as_unavailable()
    {
        await using var empty = await RunningHub.StartAsync();
        using var response = await empty.PostTextAsync("/v1/status-queries", JsonSerializer.Serialize(TestPeople.Zhang.Query(null)), TestPartner.Gate);
        await Expect.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.NotNull(response.Headers.RetryAfter);
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

    private static SignedPass Holds(FakeRegion region, string native)
    {
        var pass = region.Pass(native);
        region.Adapter.AnswerQueries(() => new(FakeParticipants.StatusOf(native), null, pass.Api, pass.Card));
        return pass;
    }

    private static string Without(JsonElement answer) => answer.GetRawText().Replace(Expect.Text(answer, "id")!, "", StringComparison.Ordinal);

    private static IEnumerable<string?> Answers(JsonElement answer, string member) => answer.GetProperty("answers").EnumerateArray().Select(a => Expect.Text(a, member));

    private Task<JsonElement> AskAsync(string? region) => room.Hub.AskAsync("/v1/status-queries", TestPeople.Zhang.Query(region));
}
