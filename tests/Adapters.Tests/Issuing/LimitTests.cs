using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HealthBao.Contracts.Trust;

namespace HealthBao.Adapters.Tests.Issuing;

public sealed class LimitTests
{
    [Theory]
    [InlineData("Limits:PerCode")]
    [InlineData("Limits:PerAddress")]
    public async Task Who_asks_too_often_is_told_when_to_come_again_and_the_hub_is_not_limited(string setting)
    {
        await using var adapter = await RunningAdapter.StartAsync(settings: [(setting, "2")]);
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        await adapter.PassAsync("EX:one");
        await adapter.PassAsync("EX:one");
        using (var third = await adapter.AskAsync("EX:one"))
        {
            await third.AssertProblemAsync(HttpStatusCode.TooManyRequests);
            Assert.NotNull(third.Headers.RetryAfter?.Delta);
        }

        var body = Encoding.UTF8.GetBytes("""{"nativeCode":"EX:one"}""");
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/passes") { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", HubCall.Sign("h", RunningAdapter.Region.Participant.Issuer, "POST /v1/passes", body, adapter.HubKey, adapter.Clock.GetUtcNow()));
        using var hub = await adapter.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, hub.StatusCode);
    }

    [Fact]
    public async Task Another_code_has_its_own_limit()
    {
        await using var adapter = await RunningAdapter.StartAsync(settings: [("Limits:PerCode", "1")]);
        adapter.Source.ByCode = code => Task.FromResult(RunningAdapter.Stated(subject: code));
        await adapter.PassAsync("EX:one");
        await adapter.PassAsync("EX:two");
    }
}
