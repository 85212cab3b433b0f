using System.Net;
using HealthBao.Contracts.Jose;

namespace HealthBao.Hub.Tests.Partners;

public sealed class ScopeTests : IAsyncLifetime
{
    private RunningHub hub = null!;

    public static TheoryData<string, string> Calls => new()
    {
        { "/v1/verifications", "verify" },
        { "/v1/verifications/batch", "verify" },
        { "/v1/status-queries", "query" },
        { "/v1/trust/participants/110000/approval", "trust" },
        { "/v1/trust/participants/110000/suspension", "trust" },
        { "/v1/trust/partners/tianjin-gate/approval", "trust" },
        { "/v1/trust/partners/tianjin-gate/suspension", "trust" },
        { "/v1/trust/partners/tianjin-gate/rejection", "trust" },
    };

    public async Task InitializeAsync() => hub = await RunningHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task No_call_that_needs_a_scope_works_without_a_token(string path, string scope)
    {
        using var response = await hub.PostTextAsync(path, "{}");
        await Expect.ProblemAsync(response, HttpStatusCode.Unauthorized, "unauthorized");
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        Assert.NotEmpty(scope);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_token_of_another_scope_is_told_which_scope_is_missing(string path, string scope)
    {
        var partner = scope == "trust" ? TestPartner.Gate : TestPartner.Operator;
        using var response = await hub.PostTextAsync(path, "{}", partner);
        await Expect.ProblemAsync(response, HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal($"error=\"insufficient_scope\", scope=\"{scope}\"", Assert.Single(response.Headers.WwwAuthenticate).Parameter);
    }

    [Fact]
    public async Task A_token_made_for_one_scope_does_not_serve_another_that_its_partner_has()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync("/v1/status-queries", "Bearer " + await hub.TokenAsync(TestPartner.Gate, "verify")));
    }

    public static TheoryData<string> WrongTokens => new("cut", "of another key", "of another type", "not a token", "long", "basic", "empty");

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task What_is_not_a_token_of_this_hub_is_unauthorised(string wrong)
    {
        var good = await hub.TokenAsync(TestPartner.Gate);
        var claims = FakeJws.Bytes(good.Split('.')[1]);
        var header = wrong switch
        {
            "cut" => "Bearer " + good[..^2],
            "of another key" => "Bearer " + SignedToken.Sign("at+jwt", SigningKey.Create(), claims),
            "of another type" => "Bearer " + TestPartner.Gate.Assertion(hub.Clock.GetUtcNow()),
            "not a token" => "Bearer 手持",
            "long" => "Bearer " + new string('a', 4000),
            "basic" => "Basic " + good,
            _ => "Bearer ",
        };
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync("/v1/verifications", header));
    }

    [Fact]
    public async Task The_anchors_key_signs_no_access_token()
    {
        var claims = FakeJws.Bytes((await hub.TokenAsync(TestPartner.Gate)).Split('.')[1]);
        var forged = SignedToken.Sign("at+jwt", hub.Service<HealthBao.Hub.Trust.HubKeys>().TrustAnchor, claims);
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync("/v1/verifications", "Bearer " + forged));
    }

    private async Task<HttpStatusCode> CallAsync(string path, string authorization)
    {
        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 };
        using var http = new HttpClient(handler) { BaseAddress = hub.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}", null, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
