using System.Text.Json;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Trust;
using Microsoft.AspNetCore.Http;

namespace HealthBao.Hub.Tests.Verification;

/// <summary>Any region's scanner reads any region's code.</summary>
public sealed class NativeCodeTests(VerificationHub room) : IClassFixture<VerificationHub>
{
    private const string Code = "BEIJING:8F3A";

    [Fact]
    public async Task A_code_is_exchanged_at_its_home_and_verified_like_any_pass()
    {
        Answers(200, Pass(room.Beijing.Pass("yellow").Api));
        Expect.Verdict(await AskAsync(), "refuse", "home-observation");
        var answer = await AskAsync();
        Assert.False(answer.TryGetProperty("pass", out _));
        Assert.Equal("110000", Expect.Text(answer, "region"));
    }

    [Fact]
    public async Task The_hub_asks_with_its_own_word_for_this_very_call()
    {
        HubCall? call = null;
        string? asked = null;
        room.Beijing.Adapter.OnPass = (http, code) =>
        {
            asked = code;
            var token = http.Request.Headers.Authorization.ToString()["Bearer ".Length..];
            call = HubCall.Verify(
                token, room.Beijing.Issuer, "POST /v1/passes", JsonSerializer.SerializeToUtf8Bytes(new { nativeCode = Code }),
                new(room.Hub.Service<HubKeys>().CallKey.Jwk), RunningHub.Morning);
            return FakeAdapter.AnswerAsync(http, 200, Pass(room.Beijing.Pass().Api));
        };
        Expect.Verdict(await AskAsync(), "admit", null);
        Assert.Equal(Code, asked);
        Assert.NotNull(call);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        room.Beijing.Adapter.OnPass = (http, _) => FakeAdapter.AnswerAsync(http, 200, $$"""{"pass":"{{new string('A', 100_000)}}"}""");
        Expect.Verdict(await AskAsync(), "cannot-tell", "region-unavailable");
    }

    [Fact]
    public async Task A_slow_home_is_unavailable_and_holds_up_no_other()
    {
        var released = new TaskCompletionSource();
        room.Beijing.Adapter.OnPass = async (http, _) => await released.Task.WaitAsync(http.RequestAborted);
        var slow = AskAsync();
        room.Tianjin.Adapter.OnPass = (http, _) => FakeAdapter.AnswerAsync(http, 200, Pass(room.Tianjin.Pass().Api));
        Expect.Verdict(await room.Hub.VerifyAsync("TIANJIN:1"), "admit", null);
        Assert.False(slow.IsCompleted);
        Expect.Verdict(await slow, "cannot-tell", "region-unavailable");
        released.SetResult();
    }

    [Fact]
    public async Task A_home_that_stops_in_the_middle_of_its_answer_is_unavailable()
    {
        room.Beijing.Adapter.OnPass = async (http, _) =>
        {
            http.Response.ContentLength = 100;
            await http.Response.WriteAsync("{\"pass\":");
            http.Abort();
        };
        Expect.Verdict(await AskAsync(), "cannot-tell", "region-unavailable");
    }

    [Fact]
    public async Task The_document_at_the_desk_is_compared_with_the_exchanged_pass_too()
    {
        Answers(200, Pass(room.Beijing.Pass().Api));
        var answer = await room.Hub.AskAsync("/v1/verifications", new { pass = Code, destination = "120000", holder = TestPeople.Li.Holder });
        Expect.Verdict(answer, "refuse", "holder-mismatch");
    }

    [Fact]
    public async Task A_code_longer_than_any_code_is_not_sent_anywhere()
    {
        var before = room.Beijing.Adapter.Received.Count(c => c.Path == "/v1/passes");
        Expect.Verdict(await room.Hub.VerifyAsync(Code + new string('1', 512)), "cannot-tell", "malformed");
        Assert.Equal(before, room.Beijing.Adapter.Received.Count(c => c.Path == "/v1/passes"));
    }

    [Fact]
    public async Task Neither_code_nor_pass_is_ever_logged()
    {
        var pass = room.Beijing.Pass().Api;
        Answers(200, Pass(pass));
        await AskAsync();
        Assert.DoesNotContain(room.Hub.Log.Lines, l => l.Contains(Code, StringComparison.Ordinal) || l.Contains(pass, StringComparison.Ordinal));
    }

    private static string Pass(string pass) => JsonSerializer.Serialize(new { status = "no-abnormality", pass });

    private void Answers(int status, string body) => room.Beijing.Adapter.OnPass = (http, _) => FakeAdapter.AnswerAsync(http, status, body);

    private Task<JsonElement> AskAsync() => room.Hub.VerifyAsync(Code);
}
