using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HealthBao.Hub.Tests.Verification;

namespace HealthBao.Hub.Tests.Problems;

public sealed class BodySizeTests(VerificationHub room) : IClassFixture<VerificationHub>
{
    private const string Verify = "/v1/verifications";
    private const string Query = "/v1/status-queries";

    [Theory]
    [InlineData(Verify, "application/json")]
    [InlineData(Query, "application/json")]
    [InlineData("/v1/token", "application/x-www-form-urlencoded")]
    public async Task A_body_beyond_its_bound_is_too_large_with_and_without_a_stated_length(string path, string mediaType)
    {
        foreach (var size in new[] { 16 * 1024 + 1, 200_000, 1024 * 1024 })
        {
            using var stated = await SendAsync(path, new byte[size], mediaType);
            await Expect.ProblemAsync(stated, HttpStatusCode.RequestEntityTooLarge, "too-large");
            using var unstated = await SendAsync(path, new CutContent(new byte[Math.Min(size, 200_000)], 8192), mediaType);
            await Expect.ProblemAsync(unstated, HttpStatusCode.RequestEntityTooLarge, "too-large");
        }
    }

    [Theory]
    [InlineData(Verify, 16 * 1024)]
    public async Task A_body_at_its_bound_is_read(string path, int size)
    {
        var frame = "{\"pass\":\"\",\"destination\":\"120000\"}";
        var body = frame.Replace("\"\"", $"\"{new string('a', size - frame.Length)}\"", StringComparison.Ordinal);
        using var stated = await SendAsync(path, Encoding.UTF8.GetBytes(body), "application/json");
        using var unstated = await SendAsync(path, new CutContent(Encoding.UTF8.GetBytes(body), 1000), "application/json");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (stated.StatusCode, unstated.StatusCode));
    }

    [Theory]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound, "not-found")]
    [InlineData("GET", Verify, HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [InlineData("DELETE", "/.well-known/trust-list", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    public async Task What_is_not_served_is_a_problem_too(string method, string path, HttpStatusCode status, string name)
    {
        using var request = new HttpRequestMessage(new(method), path);
        using var response = await room.Hub.Http.SendAsync(request);
        await Expect.ProblemAsync(response, status, name);
    }

    private Task<HttpResponseMessage> SendAsync(string path, byte[] body, string? mediaType) => SendAsync(path, new ByteArrayContent(body), mediaType);

    private Task<HttpResponseMessage> SendAsync(string path, HttpContent content, string? mediaType)
    {
        content.Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);
        return room.Hub.PostAsync(path, content, TestPartner.Gate);
    }
}
