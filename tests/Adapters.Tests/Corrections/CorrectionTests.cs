using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthBao.Adapters.NativeSystem;

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

    [Fact]
    public async Task The_region_s_desk_sees_what_waits_and_moves_it_on_once_decided_for_good()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var opened = await adapter.Http.PostAsJsonAsync("/v1/corrections", new { about = "not-held" });
        var ticket = (await opened.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ticket").GetString()!;
        using (var waiting = await CallAsync(adapter, HttpMethod.Get, "/v1/corrections")) Assert.Contains(ticket, await waiting.Content.ReadAsStringAsync());
        foreach (var (state, shown) in (ValueTuple<string, string>[])[("in-work", "\"state\":\"in-work\""), ("granted", "\"state\":\"decided\",\"outcome\":\"granted\"")])
        {
            using var moved = await CallAsync(adapter, HttpMethod.Post, "/v1/corrections/" + ticket, new { state });
            Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
            Assert.Contains(shown, await adapter.Http.GetStringAsync("/v1/corrections/" + ticket));
        }

        using (var again = await CallAsync(adapter, HttpMethod.Post, "/v1/corrections/" + ticket, new { state = "granted" })) Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using (var otherwise = await CallAsync(adapter, HttpMethod.Post, "/v1/corrections/" + ticket, new { state = "refused" })) await otherwise.AssertProblemAsync(HttpStatusCode.Conflict);
        using var none = await CallAsync(adapter, HttpMethod.Get, "/v1/corrections");
        Assert.DoesNotContain(ticket, await none.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Whoever_is_not_the_region_s_own_system_moves_nothing()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var opened = await adapter.Http.PostAsJsonAsync("/v1/corrections", new { about = "not-held" });
        using var moved = await adapter.Http.PostAsJsonAsync(opened.Headers.Location, new { state = "granted" });
        await moved.AssertProblemAsync(HttpStatusCode.Unauthorized);
        using var list = await adapter.Http.GetAsync("/v1/corrections");
        await list.AssertProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("\"open\"", await adapter.Http.GetStringAsync(opened.Headers.Location));
    }

    [Fact]
    public async Task What_nobody_decided_in_time_is_overdue()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var opened = await adapter.Http.PostAsJsonAsync("/v1/corrections", new { about = "not-held" });
        adapter.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Contains("\"overdue\"", await adapter.Http.GetStringAsync(opened.Headers.Location));
    }

    private static async Task<HttpResponseMessage> CallAsync(RunningAdapter adapter, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        await NativeSystemCall.SignAsync(request, RunningAdapter.Secret, adapter.Clock.GetUtcNow());
        return await adapter.Http.SendAsync(request);
    }
}
