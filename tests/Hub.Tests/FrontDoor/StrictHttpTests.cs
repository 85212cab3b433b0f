namespace HealthBao.Hub.Tests.FrontDoor;

public sealed class StrictHttpTests(HubAlone room) : IClassFixture<HubAlone>
{
    private const string Host = "Host: 127.0.0.1\r\n";

    [Fact]
    public async Task What_is_written_as_it_should_be_is_answered() =>
        Assert.Equal(200, await StatusAsync($"GET /livez HTTP/1.1\r\n{Host}Connection: close\r\n\r\n"));

    [Theory]
    [InlineData("GET /livez HTTP/1.1\nHost: 127.0.0.1\nConnection: close\n\n")]
    [InlineData("GET /livez HTTP/1.1\r\nHost: 127.0.0.1\nConnection: close\r\n\r\n")]
    [InlineData("GET /livez HTTP/1.1\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")]
    public async Task A_bare_line_feed_ends_no_line(string request) => Assert.Equal(400, await StatusAsync(request));

    [Theory]
    [InlineData("TRACE")]
    [InlineData("TRACK")]
    [InlineData("PROPFIND")]
    [InlineData("get")]
    public async Task Methods_that_nobody_needs_are_not_served(string method) =>
        Assert.Equal(405, await StatusAsync($"{method} /livez HTTP/1.1\r\n{Host}Connection: close\r\n\r\n"));

    [Fact]
    public async Task A_length_beside_chunks_is_refused_and_what_follows_on_the_connection_is_no_request()
    {
        var answer = await RawHttp.SendAsync(room.Address,
            $"POST /v1/verifications HTTP/1.1\r\n{Host}Content-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /livez HTTP/1.1\r\n{Host}\r\n");
        Assert.Equal(400, RawHttp.StatusOf(answer));
        Assert.Equal(1, RawHttp.Answers(answer));
        Assert.Contains("exclude each other", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Transfer-Encoding: gzip, chunked\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")]
    [InlineData("Transfer-Encoding: identity\r\n")]
    [InlineData("Transfer-Encoding: xchunked\r\n")]
    [InlineData("Content-Length: 1\r\nContent-Length: 2\r\n")]
    [InlineData("Content-Length: 1, 2\r\n")]
    [InlineData("Content-Length: -1\r\n")]
    [InlineData("Content-Length: 1x\r\n")]
    [InlineData("Content-Length : 1\r\n")]
    [InlineData("X: a\r\n b\r\n")]
    [InlineData("Host: elsewhere\r\n")]
    [InlineData("X: \0\r\n")]
    public async Task A_header_that_two_servers_could_read_in_two_ways_is_refused(string header)
    {
        var answer = await RawHttp.SendAsync(room.Address, $"POST /v1/verifications HTTP/1.1\r\n{Host}{header}Connection: close\r\n\r\n1\r\nx\r\n0\r\n\r\n");
        Assert.InRange(RawHttp.StatusOf(answer), 400, 499);
        Assert.NotEqual(401, RawHttp.StatusOf(answer));
    }

    [Theory]
    [InlineData("/regions/110000/v1/../v1/changes")]
    [InlineData("/regions/110000/v1/passes/../changes")]
    [InlineData("/regions/110000/v1/%2e%2e/v1/changes")]
    [InlineData("/regions/110000/v1/changes")]
    [InlineData("/regions/110000/status/20260301/changes")]
    [InlineData("/regions/110000//v1/passes")]
    [InlineData("/regions/110000/v1/status-queries")]
    [InlineData("/regions/110000/v1/files/xingtai")]
    [InlineData("/regions/110000/readyz")]
    [InlineData("/regions/110000/.well-known/crl/..%2f..%2fv1%2fchanges.json")]
    public async Task Nothing_of_an_adapter_outside_the_allow_list_is_reachable(string path)
    {
        foreach (var method in new[] { "GET", "POST", "PUT", "DELETE" })
            Assert.InRange(await StatusAsync($"{method} {path} HTTP/1.1\r\n{Host}Content-Length: 0\r\nConnection: close\r\n\r\n"), 404, 405);
    }

    private async Task<int> StatusAsync(string request) => RawHttp.StatusOf(await RawHttp.SendAsync(room.Address, request));
}
