using System.Net;
using System.Text.Json;
using HealthBao.Contracts.Identity;
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
        Assert.Equal("""{"name":"张三","documentType":"resident-id","documentNumber":"11010519491231002X"}""", asked?.TrimEnd(' '));
        Assert.Equal(PersonQuestion.Bytes, asked?.Length + "张三".Length * 2);
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

    [Fact]
    public async Task No_region_at_all_is_told_as_unavailable()
    {
        await using var empty = await RunningHub.StartAsync();
        using var response = await empty.PostTextAsync("/v1/status-queries", JsonSerializer.Serialize(TestPeople.Zhang.Query(null)), TestPartner.Gate);
        await Expect.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.NotNull(response.Headers.RetryAfter);
    }

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
