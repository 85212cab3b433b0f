using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HealthBao.Hub.Tests.Verification;

namespace HealthBao.Hub.Tests.Problems;

/// <summary>Whatever somebody sends, the problem names the field and the fault, echoes nothing and is never ours.</summary>
public sealed class BadBodyTests(VerificationHub room) : IClassFixture<VerificationHub>
{
    private const string Verify = "/v1/verifications";
    private const string Query = "/v1/status-queries";
    private const string Secret = "SECRETVALUE";

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { Verify, "", "$", "empty" },
        { Verify, " ", "$", "malformed-json" },
        { Verify, "[\"SECRETVALUE\"]", "$", "wrong-type" },
        { Verify, "\"SECRETVALUE\"", "$", "wrong-type" },
        { Verify, "{\"pass\":\"SECRETVALUE\"", "$", "malformed-json" },
        { Verify, "{\"pass\":\"a\",\"destination\":\"120000\"} SECRETVALUE", "$", "malformed-json" },
        { Verify, "{}", "pass", "missing" },
        { Verify, "{}", "destination", "missing" },
        { Verify, "{\"pass\":null,\"destination\":\"120000\"}", "pass", "null" },
        { Verify, "{\"pass\":7,\"destination\":\"120000\"}", "pass", "wrong-type" },
        { Verify, "{\"pass\":\"\",\"destination\":\"120000\"}", "pass", "empty" },
        { Verify, "{\"pass\":\"SECRETVALUE\\ud800\",\"destination\":\"120000\"}", "pass", "invalid-utf8" },
        { Verify, "{\"pass\":\"a\",\"destination\":\"SECRETVALUE\"}", "destination", "not-a-region" },
        { Verify, "{\"pass\":\"a\",\"destination\":\"SECRETVALUESECRETVALUE\"}", "destination", "too-long" },
        { Verify, "{\"pass\":\"a\",\"destination\":120000}", "destination", "wrong-type" },
        { Verify, "{\"pass\":\"a\",\"destination\":\"120000\",\"scene\":\"SECRETVALUE\"}", "scene", "not-listed" },
        { Verify, "{\"pass\":\"a\",\"destination\":\"120000\",\"scene\":null}", "scene", "null" },
        { Verify, "{\"pass\":\"a\",\"pass\":\"SECRETVALUE\",\"destination\":\"120000\"}", "pass", "duplicate" },
        { Verify, "{\"pass\":\"a\",\"destination\":\"120000\",\"colour\":\"SECRETVALUE\"}", "colour", "unknown-member" },
        { Verify, "{\"pass\":\"a\",\"destination\":\"120000\",\"SECRETVALUE 110105\":1}", "(unknown)", "unknown-member" },
        { Verify, "{\"pass\":\"a\",\"destination\":\"120000\",\"\\ud800\":1}", "$", "invalid-utf8" },
        { Verify, "{\"a\":[[[[[[[[[[1]]]]]]]]]]}", "$", "too-deep" },
        { Verify, "{\"pass\":\"a\",\"destination\":\"120000\",\"holder\":[]}", "holder", "wrong-type" },
        { Verify, "{\"pass\":\"a\",\"destination\":\"120000\",\"holder\":null}", "holder", "null" },
        { Verify, "{\"pass\":\"a\",\"destination\":\"120000\",\"holder\":{}}", "holder.documentType", "missing" },
        { Verify, "{\"pass\":\"a\",\"destination\":\"120000\",\"holder\":{\"documentType\":\"resident-id\",\"documentNumber\":\"110105194912310021\"}}", "holder.documentNumber", "check-digit" },
        { Verify, "{\"pass\":\"a\",\"destination\":\"120000\",\"holder\":{\"documentType\":\"resident-id\",\"documentNumber\":\"11010519491231002X\",\"x\":1}}", "holder.x", "unknown-member" },
        { Query, "", "$", "empty" },
        { Query, "{}", "name", "missing" },
        { Query, "{}", "documentType", "missing" },
        { Query, "{}", "documentNumber", "missing" },
        { Query, "{}", "destination", "missing" },
        { Query, "{}", "purpose", "missing" },
        { Query, "{\"region\":null}", "region", "null" },
        { Query, "{\"region\":\"SECRETVALUE\"}", "region", "not-a-region" },
        { Query, "{\"name\":\"SECRETVALUE*\"}", "name", "characters" },
        { Query, "{\"name\":\"SECRETVALUE\\u0000\"}", "name", "characters" },
        { Query, "{\"name\":{\"SECRETVALUE\":1}}", "name", "wrong-type" },
        { Query, "{\"documentType\":\"SECRETVALUE\"}", "documentType", "not-listed" },
        { Query, "{\"documentType\":\"passport\",\"documentNumber\":\"SECRETVALUE\"}", "documentNumber", "length" },
        { Query, "{\"purpose\":\"SECRETVALUE\"}", "purpose", "not-listed" },
        { Query, "{\"scene\":\"SECRETVALUE\"}", "scene", "not-listed" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_body_is_told_by_field_and_fault(string path, string body, string field, string fault)
    {
        using var response = await SendAsync(path, Encoding.UTF8.GetBytes(body), "application/json");
        await Expect.FaultAsync(response, field, fault, Secret, "110105194912310021", "11010519491231002X");
        Assert.DoesNotContain(room.Hub.Log.Lines, l => l.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        using var response = await SendAsync(Query, "{\"name\":1,\"scene\":\"x\",\"more\":true}"u8.ToArray(), "application/json");
        var problem = await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
        Assert.Equal(
            ["destination:missing", "documentNumber:missing", "documentType:missing", "more:unknown-member", "name:wrong-type", "purpose:missing", "scene:not-listed"],
            problem.GetProperty("errors").EnumerateArray().Select(e => $"{Expect.Text(e, "field")}:{Expect.Text(e, "fault")}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Verify)]
    [InlineData(Query)]
    public async Task Bytes_that_are_no_utf8_are_told_as_such(string path)
    {
        using var response = await SendAsync(path, [.. "{\"pass\":\""u8, 0xC3, 0x28, .. "\"}"u8], "application/json");
        await Expect.FaultAsync(response, "$", "invalid-utf8");
    }

    [Theory]
    [InlineData(Verify, "text/plain")]
    [InlineData(Verify, "application/jsonx")]
    [InlineData(Query, "application/xml")]
    [InlineData("/v1/trust/participants", "application/json")]
    [InlineData("/v1/trust/keys", "text/plain")]
    [InlineData("/v1/token", "multipart/form-data")]
    [InlineData(Verify, null)]
    public async Task Another_media_type_is_told(string path, string? mediaType)
    {
        using var response = await SendAsync(path, "{}"u8.ToArray(), mediaType);
        await Expect.ProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Theory]
    [InlineData("/v1/trust/participants")]
    [InlineData("/v1/trust/keys")]
    public async Task A_token_that_is_none_is_a_bad_request(string path)
    {
        foreach (var body in new byte[][] { [], [0xFF, 0xFE], "a.b.c"u8.ToArray(), "e30.W10.AA"u8.ToArray(), Encoding.UTF8.GetBytes("e30." + new string('W', 9000) + ".AA") })
        {
            using var response = await SendAsync(path, body, "application/jwt");
            await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
        }
    }

    private Task<HttpResponseMessage> SendAsync(string path, byte[] body, string? mediaType) => SendAsync(path, new ByteArrayContent(body), mediaType);

    private Task<HttpResponseMessage> SendAsync(string path, HttpContent content, string? mediaType)
    {
        content.Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);
        return room.Hub.PostAsync(path, content, TestPartner.Gate);
    }
}
