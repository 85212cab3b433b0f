using System.Net;
using HealthBao.Contracts.Jose;
using HealthBao.HealthCode.Sessions;

namespace HealthBao.HealthCode.Tests.Sessions;

public sealed class DeviceTests : IAsyncLifetime
{
    private const string Path = "/v1/me/status";
    private RunningHealthCode system = null!;
    private string token = "";

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        token = await system.OpenSessionAsync(MadeUp.Zhang);
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task A_token_that_was_copied_opens_nothing_without_the_device()
    {
        using var thief = SigningKey.Create();
        using var refused = await system.SendAsync(token, HttpMethod.Get, Path, null, thief);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("X-HealthBao-Device-Proof", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("invalid_token", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_counts_once()
    {
        var proof = Proof();
        Assert.Equal(HttpStatusCode.OK, await GetAsync(proof));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(proof));
    }

    [Theory]
    [InlineData("POST", Path, true, 0)]
    [InlineData("GET", "/v1/me/code", true, 0)]
    [InlineData("GET", Path, false, 0)]
    [InlineData("GET", Path, true, -61)]
    [InlineData("GET", Path, true, 61)]
    public async Task A_proof_for_another_call_another_time_or_no_token_counts_for_nothing(string method, string path, bool withToken, int seconds) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(DeviceProof.Sign(system.Device, method, path, withToken ? token : null, system.Clock.GetUtcNow().AddSeconds(seconds))));

    [Fact]
    public async Task A_token_of_another_kind_is_no_proof() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(SignedToken.Sign("jwt", system.Device, "{}"u8)));

    [Fact]
    public async Task An_ended_session_is_over_on_its_device_too()
    {
        using (var ended = await system.SendAsync(token, HttpMethod.Post, "/v1/sessions/end")) Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(Proof()));
    }

    [Fact]
    public async Task A_session_that_nobody_used_for_its_days_is_deleted_by_the_day_s_turn()
    {
        system.Clock.Advance(TimeSpan.FromDays(91));
        await system.Service<HealthBao.HealthCode.Expiry.DayTurn>().TurnAsync();
        Assert.Equal(0, system.Service<HealthBao.HealthCode.Storage.LastingStore>().Rows("SELECT COUNT(*) FROM session", r => r.GetInt32(0))[0]);
    }

    private string Proof() => DeviceProof.Sign(system.Device, "GET", Path, token, system.Clock.GetUtcNow());

    private async Task<HttpStatusCode> GetAsync(string proof)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { Authorization = new("Bearer", token) } };
        request.Headers.Add(DeviceProof.Header, proof);
        using var response = await system.Http.SendAsync(request);
        return response.StatusCode;
    }
}
