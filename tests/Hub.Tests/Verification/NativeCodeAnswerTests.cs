using System.Text.Json;
using HealthBao.Contracts.Pass;

namespace HealthBao.Hub.Tests.Verification;

public sealed class NativeCodeAnswerTests(VerificationHub room) : IClassFixture<VerificationHub>
{
    private const string Code = "BEIJING:8F3A";

    public static TheoryData<int, string, string> Answered => new()
    {
        { 200, """{"status":"not-held"}""", "not-held" },
        { 200, """{"status":"cannot-confirm","reason":"source-late"}""", "source-late" },
        { 404, """{"type":"urn:healthbao:problem:native-code-unknown"}""", "native-code-unknown" },
        { 502, "{}", "region-unavailable" },
        { 500, "", "region-unavailable" },
        { 429, "{}", "region-unavailable" },
        { 302, "", "region-unavailable" },
        { 200, "", "region-unavailable" },
        { 200, "[]", "region-unavailable" },
        { 200, "<html>", "region-unavailable" },
        { 200, "{}", "region-unavailable" },
        { 200, """{"pass":7}""", "region-unavailable" },
        { 200, """{"pass":null,"status":"no-abnormality"}""", "region-unavailable" },
        { 200, """{"status":"cannot-confirm"}""", "region-unavailable" },
        { 200, """{"pass":"\ud800"}""", "region-unavailable" },
        { 200, """{"pass":"a payment code"}""", "region-unavailable" },
        { 200, """{"pass":"a","pass":"b"}""", "region-unavailable" },
    };

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task What_the_home_answers_instead_of_a_pass_is_never_green_nor_red(int status, string body, string reason)
    {
        Answers(status, body);
        var answer = await AskAsync();
        Expect.Verdict(answer, "cannot-tell", reason);
        Assert.Equal("110000", Expect.Text(answer, "region"));
        Assert.Equal(reason switch { "not-held" => "not-held", "source-late" => "cannot-confirm", _ => null }, Expect.Text(answer, "status"));
    }

    public static TheoryData<string> WrongPasses => new("another region's", "signed by another region", "with a changed claim", "of another issuer", "very long", "unknown to the profile");

    [Theory]
    [MemberData(nameof(WrongPasses))]
    public async Task A_pass_that_is_not_the_homes_own_is_no_answer_and_not_the_travellers_fault(string wrong)
    {
        var good = room.Beijing.Pass().Api.Split('.');
        Answers(200, Pass(wrong switch
        {
            "another region's" => room.Tianjin.Pass().Api,
            "signed by another region" => PassSigner.Sign(room.Beijing.Says(), room.Tianjin.TodaysKey).Api,
            "with a changed claim" => $"{good[0]}.{room.Beijing.Pass("red").Api.Split('.')[1]}.{good[2]}",
            "of another issuer" => FakeJws.Changed(room.Beijing.Pass().Api, room.Beijing.TodaysKey, c => c["iss"] = "https://nobody.example"),
            "very long" => new string('A', 30_000),
            _ => FakeJws.Changed(room.Beijing.Pass().Api, room.Beijing.TodaysKey, c => c["jti"] = "1"),
        }));
        var answer = await AskAsync();
        Expect.Verdict(answer, "cannot-tell", "region-unavailable");
        Assert.Equal(("110000", JsonValueKind.Null), (Expect.Text(answer, "region"), answer.GetProperty("holder").ValueKind));
    }

    private static string Pass(string pass) => JsonSerializer.Serialize(new { status = "no-abnormality", pass });

    private void Answers(int status, string body) => room.Beijing.Adapter.OnPass = (http, _) => FakeAdapter.AnswerAsync(http, status, body);

    private Task<JsonElement> AskAsync() => room.Hub.VerifyAsync(Code);
}
