using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace HealthBao.Hub.Tests.Partners;

public sealed class TokenTests : IAsyncLifetime
{
    private const string Grant = "grant_type=client_credentials&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private RunningHub hub = null!;

    private DateTimeOffset Now => hub.Clock.GetUtcNow();

    public async Task InitializeAsync() => hub = await RunningHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Theory]
    [InlineData("JWT", TestPartner.TokenAddress)]
    [InlineData("client-authentication+jwt", "https://hub.healthbao.example")]
    public async Task A_partner_gets_a_token_for_five_minutes(string type, string audience)
    {
        using var response = await AskAsync(TestPartner.Gate.Assertion(Now, type: type, audience: audience));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("Bearer", 300, "query verify"), (Expect.Text(answer, "token_type"), answer.GetProperty("expires_in").GetInt32(), string.Join(' ', Expect.Text(answer, "scope")!.Split(' ').Order())));

        var token = Expect.Text(answer, "access_token")!;
        hub.Clock.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal(HttpStatusCode.BadRequest, await UseAsync(token));
        hub.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await UseAsync(token));
    }

    [Theory]
    [InlineData("tianjin-gate", HttpStatusCode.OK)]
    [InlineData("beijing-scanner", HttpStatusCode.Unauthorized)]
    [InlineData("nobody", HttpStatusCode.Unauthorized)]
    public async Task A_client_id_beside_the_assertion_must_be_its_own(string clientId, HttpStatusCode status)
    {
        using var response = await hub.PostTextAsync(
            "/v1/token", $"{Grant}&client_assertion={TestPartner.Gate.Assertion(Now)}&client_id={clientId}", mediaType: "application/x-www-form-urlencoded");
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Another_way_to_prove_oneself_beside_the_assertion_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/token") { Content = TestPartner.Form(TestPartner.Gate.Assertion(Now)) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("tianjin-gate:secret"u8));
        using var response = await hub.Http.SendAsync(request);
        await RefusedAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", HttpStatusCode.MethodNotAllowed)]
    public async Task Another_method_is_a_problem(string method, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new(method), "/v1/token");
        using var response = await hub.Http.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_scope_may_be_asked_for_alone_and_one_that_is_not_owned_is_refused()
    {
        using var alone = await AskAsync(TestPartner.Gate.Assertion(Now), "verify");
        Assert.Equal("verify", Expect.Text(await alone.Content.ReadFromJsonAsync<JsonElement>(), "scope"));
        using var more = await AskAsync(TestPartner.Gate.Assertion(Now), "verify trust");
        await RefusedAsync(more, HttpStatusCode.BadRequest, "invalid_scope");
    }

    [Theory]
    [InlineData("", "unsupported_grant_type")]
    [InlineData("grant_type=password", "unsupported_grant_type")]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials", "unsupported_grant_type")]
    [InlineData(Grant, "invalid_request")]
    [InlineData(Grant + "&client_assertion=", "invalid_request")]
    [InlineData(Grant + "&client_assertion=a.b.c&client_assertion=a.b.c", "invalid_request")]
    [InlineData("grant_type=client_credentials&client_assertion=a.b.c", "invalid_request")]
    [InlineData(Grant + "&client_assertion=a.b.c&client_secret=s", "invalid_request")]
    [InlineData(Grant + "&client_assertion=a.b.c&client_id=a&client_id=b", "invalid_request")]
    [InlineData(Grant + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=a.b.c", "invalid_request")]
    [InlineData("%%%=%FF&&&=&a", "unsupported_grant_type")]
    public async Task A_malformed_form_is_refused(string form, string error)
    {
        using var response = await hub.PostTextAsync("/v1/token", form, mediaType: "application/x-www-form-urlencoded");
        await RefusedAsync(response, HttpStatusCode.BadRequest, error);
    }

    [Fact]
    public async Task A_scope_that_stands_twice_is_refused_and_not_taken_for_none()
    {
        using var response = await hub.PostTextAsync(
            "/v1/token", $"{Grant}&client_assertion={TestPartner.Gate.Assertion(Now)}&scope=verify&scope=verify", mediaType: "application/x-www-form-urlencoded");
        await RefusedAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task A_form_of_another_media_type_or_too_large_is_a_problem()
    {
        using var json = await hub.PostTextAsync("/v1/token", "{}");
        await Expect.ProblemAsync(json, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        using var large = await hub.PostTextAsync("/v1/token", new string('a', 20_000), mediaType: "application/x-www-form-urlencoded");
        await Expect.ProblemAsync(large, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    private Task<HttpResponseMessage> AskAsync(string assertion, string? scope = null) => hub.Http.PostAsync("/v1/token", TestPartner.Form(assertion, scope));

    private async Task<HttpStatusCode> UseAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/verifications") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await hub.Http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task RefusedAsync(HttpResponseMessage response, HttpStatusCode status, string error)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(error, Expect.Text(answer, "error"));
    }
}
