using System.Net;
using System.Text;
using System.Text.Json;

namespace HealthBao.Hub.Tests.Verification;

public sealed class BatchTests(VerificationHub room) : IClassFixture<VerificationHub>
{
    private const string MediaType = "application/x-ndjson";

    private string Green => Line(room.Beijing.Pass().Api);

    [Fact]
    public async Task Answers_come_in_the_order_of_the_questions()
    {
        var answers = await AskAsync(string.Join('\n', new[] { "green", "red", "blue", "yellow" }.Select(n => Line(room.Beijing.Pass(n).Api))) + "\n");
        Assert.Equal(["admit", "refuse", "cannot-tell", "refuse"], answers.Select(a => Expect.Text(a, "verdict")));
        Assert.Equal(4, answers.Select(a => Expect.Text(a, "id")).Distinct().Count());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"pass\":\"a\",\"pass\":\"b\",\"destination\":\"120000\"}")]
    [InlineData("{\"pass\":\"\\ud800\",\"destination\":\"120000\"}")]
    public async Task A_bad_line_is_one_malformed_line_and_the_others_stand(string bad)
    {
        var answers = await AskAsync($"{Green}\n{bad}\n{Green}\n");
        Assert.Equal(["admit", "cannot-tell", "admit"], answers.Select(a => Expect.Text(a, "verdict")));
        Expect.Verdict(answers[1], "cannot-tell", "malformed");
    }

    [Theory]
    [InlineData(16 * 1024, "malformed")]
    [InlineData((16 * 1024) + 1, "too-large")]
    [InlineData(40_000, "too-large")]
    [InlineData(3_000_000, "too-large")]
    public async Task A_line_that_is_too_long_is_answered_once_wherever_it_stands(int length, string reason)
    {
        var rubbish = new string('x', length);
        foreach (var text in new[] { $"{rubbish}\n{Green}\n", $"{Green}\n{rubbish}\n{Green}", $"{Green}\n{rubbish}", $"{rubbish}\n{rubbish}\n{Green}\n" })
        {
            var answers = await AskAsync(text);
            var lines = text.TrimEnd('\n').Split('\n');
            Assert.Equal(lines.Select(l => l.Length == length ? reason : null), answers.Select(a => Expect.Text(a, "reason")));
        }
    }

    [Fact]
    public async Task Lines_may_be_cut_anywhere_on_their_way()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 6).Select(_ => Green));
        var answers = await ReadAsync(await PostAsync(new CutContent(Encoding.UTF8.GetBytes(lines), 7)));
        Assert.Equal(6, answers.Count(a => Expect.Text(a, "verdict") == "admit"));
    }

    [Fact]
    public async Task Long_lines_may_be_cut_anywhere_on_their_way()
    {
        var text = $"{Green}\n{new string('x', 50_000)}\n{Green}\n";
        var answers = await ReadAsync(await PostAsync(new CutContent(Encoding.UTF8.GetBytes(text), 4093)));
        Assert.Equal([null, "too-large", null], answers.Select(a => Expect.Text(a, "reason")));
    }

    [Fact]
    public async Task Carriage_returns_are_no_part_of_a_line()
    {
        Assert.All(await AskAsync($"{Green}\r\n{Green}\r\n"), a => Expect.Verdict(a, "admit", null));
    }

    [Fact]
    public async Task Nothing_in_is_nothing_out() => Assert.Empty(await AskAsync(""));

    [Fact]
    public async Task An_answer_comes_before_the_next_question_is_asked()
    {
        await using var conversation = await Conversation.OpenAsync(room.Hub, "/v1/verifications/batch", MediaType);
        for (var i = 0; i < 3; i++)
        {
            await conversation.SayAsync(Green + "\n");
            Expect.Verdict(JsonElement.Parse(await conversation.HearAsync('{')), "admit", null);
        }
    }

    [Fact]
    public async Task Five_thousand_lines_are_answered()
    {
        var line = Green;
        var answers = await AskAsync(string.Concat(Enumerable.Repeat(line + "\n", 5000)));
        Assert.Equal(5000, answers.Count(a => Expect.Text(a, "verdict") == "admit"));
    }

    [Fact]
    public async Task Native_codes_are_not_exchanged()
    {
        var before = room.Beijing.Adapter.Received.Count(c => c.Path == "/v1/passes");
        Expect.Verdict(Assert.Single(await AskAsync(Line("BEIJING:1"))), "cannot-tell", "malformed");
        Assert.Equal(before, room.Beijing.Adapter.Received.Count(c => c.Path == "/v1/passes"));
    }

    [Fact]
    public async Task Another_media_type_is_a_problem()
    {
        using var response = await room.Hub.PostTextAsync("/v1/verifications/batch", Green, TestPartner.Gate);
        await Expect.ProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    private static string Line(string pass) => JsonSerializer.Serialize(new { pass, destination = "120000" });

    private Task<HttpResponseMessage> PostAsync(HttpContent content)
    {
        content.Headers.ContentType = new(MediaType);
        return room.Hub.PostAsync("/v1/verifications/batch", content, TestPartner.Gate);
    }

    private async Task<IReadOnlyList<JsonElement>> AskAsync(string lines) => await ReadAsync(await PostAsync(new StringContent(lines)));

    private static async Task<IReadOnlyList<JsonElement>> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal((HttpStatusCode.OK, MediaType), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var text = await response.Content.ReadAsStringAsync();
        response.Dispose();
        Assert.True(text.Length == 0 || text.EndsWith('\n'));
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonElement.Parse(l))];
    }
}
