using System.Net.Sockets;
using System.Text;

namespace HealthBao.Hub.Tests.FrontDoor;

/// <summary>Callers who go away in the middle of a body.</summary>
public sealed class BrokenOffTests
{
    private const int Calls = 100;

    [Fact]
    public async Task A_caller_who_goes_away_is_no_failure_and_what_is_left_of_the_body_no_request()
    {
        await using var hub = await RunningHub.StartAsync(null, null, ("Limits:BatchPerMinute", "100000"));
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        var token = await hub.TokenAsync(TestPartner.Gate);
        var lines = string.Concat(Enumerable.Repeat($$"""{"pass":"{{beijing.Pass().Api}}","destination":"120000"}""" + "\n", 40));
        await Parallel.ForAsync(0, Calls, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) => await BreakOffAsync(hub, token, lines));
        using var still = await hub.Http.GetAsync("/livez");
        Assert.True(still.IsSuccessStatusCode);
        Assert.DoesNotContain(hub.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    private static async Task BreakOffAsync(RunningHub hub, string token, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var client = new TcpClient { LingerState = new(true, 0) };
        await client.ConnectAsync(hub.Http.BaseAddress!.Host, hub.Http.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /v1/verifications/batch HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {token}\r\nContent-Type: application/x-ndjson\r\nContent-Length: {bytes.Length + 100}\r\nExpect: 100-continue\r\n\r\n"));
        var first = new byte["HTTP/1.1 100".Length];
        await client.GetStream().ReadExactlyAsync(first);
        Assert.Equal("HTTP/1.1 100", Encoding.ASCII.GetString(first));
        await client.GetStream().WriteAsync(bytes);
    }
}
