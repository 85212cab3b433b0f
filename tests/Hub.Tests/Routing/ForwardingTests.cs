using System.Net;
using System.Text;
using HealthBao.Hub.Tests.Verification;

namespace HealthBao.Hub.Tests.Routing;

public sealed class ForwardingTests(VerificationHub room) : IClassFixture<VerificationHub>
{
    [Theory]
    [InlineData("GET", "/.well-known/jwks.json")]
    [InlineData("GET", "/.well-known/crl/qBTDQlKxUPQSrgBqbuEKQpQAPQVZzyQ4eIEWMFzXj0I.json")]
    [InlineData("GET", "/.well-known/concept-map")]
    [InlineData("GET", "/status/20260301")]
    [InlineData("POST", "/v1/passes")]
    [InlineData("POST", "/v1/corrections")]
    [InlineData("GET", "/v1/corrections/T-1")]
    public async Task What_is_on_the_allow_list_reaches_the_adapter_without_credentials(string method, string path)
    {
        room.Tianjin.Adapter.OnPass = (http, _) => FakeAdapter.AnswerAsync(http, 200, "{}");
        while (room.Tianjin.Adapter.Received.TryDequeue(out _)) { }
        using var response = await SendAsync(method, "/regions/120000" + path + "?qr=svg");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var call = room.Tianjin.Adapter.Received.Last(c => c.Method == method && c.Path == path && c.Authorization is null);
        Assert.Null(call.Cookie);
    }

    [Fact]
    public async Task A_client_does_not_choose_its_own_address()
    {
        room.Tianjin.Adapter.OnPass = (http, _) => FakeAdapter.AnswerAsync(http, 200, "{}");
        while (room.Tianjin.Adapter.Received.TryDequeue(out _)) { }
        using var request = new HttpRequestMessage(HttpMethod.Post, "/regions/120000/v1/passes") { Content = new StringContent("""{"nativeCode":"x"}""", Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Forwarded-For", ["203.0.113.7", "203.0.113.8"]);
        request.Headers.Add("Forwarded", "for=203.0.113.9");
        using var response = await room.Hub.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var call = room.Tianjin.Adapter.Received.Last(c => c.Path == "/v1/passes");
        Assert.Equal(("127.0.0.1", null), (call.ForwardedFor, call.Forwarded));
    }

    [Theory]
    [InlineData("POST", "/v1/status-queries")]
    [InlineData("POST", "/v1/changes")]
    [InlineData("POST", "/v1/files/xingtai")]
    [InlineData("GET", "/status/20260301/changes")]
    [InlineData("GET", "/status/20260301%2Fchanges")]
    [InlineData("GET", "/status/..%2Fv1%2Fchanges")]
    [InlineData("POST", "/v1/passes/../changes")]
    [InlineData("POST", "/v1/passes/%2e%2e/changes")]
    [InlineData("POST", "/v1//changes")]
    [InlineData("GET", "/livez")]
    [InlineData("GET", "/")]
    public async Task Nothing_else_of_an_adapter_is_reachable(string method, string path)
    {
        using var response = await SendAsync(method, "/regions/120000" + path);
        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, response.StatusCode.ToString());
        Assert.DoesNotContain(room.Tianjin.Adapter.Received, c => c.Authorization is null && (c.Path.EndsWith("/changes", StringComparison.Ordinal) || c.Path is "/v1/status-queries" or "/livez"));
    }

    [Theory]
    [InlineData("DELETE", "/v1/passes", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/.well-known/concept-map", HttpStatusCode.MethodNotAllowed)]
    public async Task Another_method_does_not_pass(string method, string path, HttpStatusCode status)
    {
        using var response = await SendAsync(method, "/regions/120000" + path);
        await Expect.ProblemAsync(response, status, "method-not-allowed");
    }

    [Theory]
    [InlineData("140000")]
    [InlineData("nowhere")]
    public async Task A_region_that_has_not_joined_is_not_there(string region)
    {
        using var response = await SendAsync("GET", $"/regions/{region}/.well-known/jwks.json");
        await Expect.ProblemAsync(response, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_body_too_large_for_any_adapter_is_refused_here()
    {
        for (var i = 0; i < 12; i++)
        {
            using var stated = await room.Hub.PostAsync("/regions/120000/v1/corrections", new ByteArrayContent(new byte[100_000]));
            await Expect.ProblemAsync(stated, HttpStatusCode.RequestEntityTooLarge, "too-large");
            using var unstated = await room.Hub.PostAsync("/regions/120000/v1/corrections", new CutContent(new byte[100_000], 8192));
            await Expect.ProblemAsync(unstated, HttpStatusCode.RequestEntityTooLarge, "too-large");
        }

        // Nor does it cost the region its circuit.
        using var sound = await SendAsync("GET", "/regions/120000/.well-known/jwks.json");
        Assert.Equal(HttpStatusCode.OK, sound.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(room.Hub.Http.BaseAddress!.ToString().TrimEnd('/') + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (method != "GET") request.Content = new StringContent("""{"nativeCode":"x"}""", Encoding.UTF8, "application/json");
        request.Headers.Authorization = new("Bearer", "somebody's token");
        request.Headers.Add("Cookie", "session=1");
        return await room.Hub.Http.SendAsync(request);
    }
}
