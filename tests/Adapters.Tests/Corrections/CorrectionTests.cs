using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HealthBao.Adapters.Tests.Corrections;

public sealed class CorrectionTests
{
    [Fact]
    public async Task A_ticket_says_by_when_an_answer_comes_and_can_be_looked_up()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var response = await adapter.Http.PostAsJsonAsync("/v1/corrections", new { about = "not-held", contact = "13800000000" });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var ticket = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("2026-03-02T18:00:00+08:00", ticket.GetProperty("dueAt").GetString());
        Assert.Equal("open", ticket.GetProperty("state").GetString());
        Assert.Equal(22, ticket.GetProperty("ticket").GetString()!.Length);
        Assert.Equal(ticket.GetRawText(), await adapter.Http.GetStringAsync(response.Headers.Location));
        Assert.DoesNotContain("13800000000", ticket.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", "about")]
    [InlineData("""{"about":"colour"}""", "about")]
    [InlineData("""{"about":"other","contact":""}""", "contact")]
    [InlineData("""{"about":"other","name":"x"}""", "name")]
    public async Task A_bad_request_names_the_member(string json, string field)
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var response = await adapter.Http.PostAsync("/v1/corrections", new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, $"\"field\":\"{field}\"");
    }

    [Fact]
    public async Task A_ticket_nobody_has_is_not_found()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var response = await adapter.Http.GetAsync("/v1/corrections/AAAAAAAAAAAAAAAAAAAAAA");
        await response.AssertProblemAsync(HttpStatusCode.NotFound);
    }
}
