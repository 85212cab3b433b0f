using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Tests.Calls;

/// <summary>Travellers are counted by address: whose word for it is taken?</summary>
public sealed class TrustedProxyTests
{
    [Fact]
    public async Task A_proxy_on_this_machine_is_believed() =>
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], await AskAsync("203.0.113.1", "203.0.113.2", "203.0.113.2"));

    [Theory]
    [InlineData("192.0.2.7")]
    [InlineData("192.0.2.0/24")]
    public async Task A_proxy_that_is_not_named_is_not(string named) =>
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], await AskAsync(named, ["203.0.113.1", "203.0.113.2"]));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.0/8")]
    public async Task A_proxy_that_is_named_is_believed(string named) =>
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], await AskAsync(named, ["203.0.113.1", "203.0.113.2"]));

    [Fact]
    public async Task What_a_client_wrote_before_the_proxy_s_word_counts_for_nothing() =>
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], await AskAsync("198.51.100.1, 203.0.113.1", "198.51.100.2, 203.0.113.1"));

    [Theory]
    [InlineData("the hub")]
    [InlineData("10.0.0.0/33")]
    public async Task What_is_neither_address_nor_network_stops_the_start(string proxy) =>
        Assert.Contains("Adapter:TrustedProxies", (await Assert.ThrowsAsync<OptionsValidationException>(() => RunningAdapter.StartAsync(settings: ("Adapter:TrustedProxies:0", proxy)))).Message, StringComparison.Ordinal);

    private static Task<HttpStatusCode[]> AskAsync(params string[] addresses) => AskAsync(null, addresses);

    private static async Task<HttpStatusCode[]> AskAsync(string? named, string[] addresses)
    {
        (string, string)[] settings = [("Limits:PerAddress", "1")];
        await using var adapter = await RunningAdapter.StartAsync(settings: named is null ? settings : [.. settings, ("Adapter:TrustedProxies:0", named)]);
        var answers = new List<HttpStatusCode>();
        foreach (var address in addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/passes") { Content = JsonContent.Create(new { nativeCode = "EX:" + answers.Count }) };
            request.Headers.Add("X-Forwarded-For", address);
            using var response = await adapter.Http.SendAsync(request);
            answers.Add(response.StatusCode);
        }

        return [.. answers];
    }
}
