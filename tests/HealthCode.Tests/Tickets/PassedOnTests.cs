using System.Text.Json;
using HealthBao.HealthCode.Native;

namespace HealthBao.HealthCode.Tests.Tickets;

/// <summary>Requests for correction that the region's adapter passes on.</summary>
public sealed class PassedOnTests : IAsyncLifetime
{
    private RunningHealthCode system = null!;

    public async Task InitializeAsync() => system = await RunningHealthCode.StartAsync();

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task The_same_ticket_twice_is_one_request_and_its_state_follows_the_desk()
    {
        Assert.Equal("open", await StateAsync("AAAAAAAAAAAAAAAAAAAAAA"));
        Assert.Equal("open", await StateAsync("AAAAAAAAAAAAAAAAAAAAAA"));
        var seen = await system.DoAsync(HttpMethod.Get, "/v1/desk/tickets", RunningHealthCode.City);
        Assert.Equal((1, "about: not-held"), (seen.GetProperty("open").GetInt32(), seen.GetProperty("tickets")[0].Text("text")));
        await system.DecideAsync(seen.GetProperty("tickets")[0].Text("number"), RunningHealthCode.City, "grant", "corrected");
        Assert.Equal("granted", await StateAsync("AAAAAAAAAAAAAAAAAAAAAA"));
    }

    [Theory]
    [InlineData("""{"ticket":"","about":"other"}""")]
    [InlineData("""{"ticket":"AAAA"}""")]
    [InlineData("""{"ticket":"AAAA","about":"other","name":"x"}""")]
    public async Task What_is_no_request_is_a_native_error(string body) =>
        Assert.Equal("BIF:10400", (await system.AskAsync(JsonSerializer.Deserialize<JsonElement>(body), CorrectionCall.Path)).Text("errcode"));

    private async Task<string> StateAsync(string ticket) =>
        (await system.AskAsync(new { ticket, about = "not-held" }, CorrectionCall.Path)).GetProperty("data").Text("state");
}
