using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HealthBao.Hub.Tests.Partners;

public sealed class AssertionOnceTests : IAsyncLifetime
{
    private RunningHub hub = null!;

    private DateTimeOffset Now => hub.Clock.GetUtcNow();

    public async Task InitializeAsync() => hub = await RunningHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task An_assertion_counts_once_also_after_the_hub_was_started_anew()
    {
        var assertion = TestPartner.Gate.Assertion(Now);
        using var first = await AskAsync(assertion);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var second = await AskAsync(assertion);
        await RefusedAsync(second);

        await hub.DisposeAsync();
        hub = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        using var third = await AskAsync(assertion);
        await RefusedAsync(third);
    }

    [Fact]
    public async Task Of_many_calls_with_one_assertion_one_gets_a_token()
    {
        var assertion = TestPartner.Gate.Assertion(Now);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => AskAsync(assertion)));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(99, answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task Two_partners_may_use_the_same_id()
    {
        using var first = await AskAsync(TestPartner.Gate.Assertion(Now, jti: "the same"));
        using var second = await AskAsync(TestPartner.Scanner.Assertion(Now, jti: "the same"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task A_register_that_cannot_be_written_does_not_look_like_a_replay()
    {
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(hub.Directory, "hub.db")}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TRIGGER disk_full BEFORE INSERT ON UsedIds BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END";
            command.ExecuteNonQuery();
        }

        using var response = await AskAsync(TestPartner.Gate.Assertion(Now));
        await Expect.ProblemAsync(response, HttpStatusCode.InternalServerError, "internal", "disk");
        Assert.DoesNotContain(hub.Log.Lines, l => l.Contains("replayed", StringComparison.Ordinal));
        // A failure is logged by its type and place: what a library says of it could hold a caller's words.
        Assert.Contains(hub.Log.Lines, l => l.Contains("DbUpdateException", StringComparison.Ordinal));
        Assert.DoesNotContain(hub.Log.Lines, l => l.Contains("Error 1901", StringComparison.Ordinal) && l.Contains("is full", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_register_keeps_no_words_of_an_id()
    {
        using var response = await AskAsync(TestPartner.Gate.Assertion(Now, jti: "张三 11010519491231002X"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(hub.Directory, "hub.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM UsedIds WHERE Issuer = 'client:tianjin-gate'";
        Assert.Equal(43, Assert.IsType<string>(command.ExecuteScalar()).Length);
    }

    [Fact]
    public async Task An_id_kept_as_it_is_by_the_version_before_still_counts_once()
    {
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(hub.Directory, "hub.db")}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"INSERT INTO UsedIds (Issuer, Id, Expires) VALUES ('client:tianjin-gate', 'of yesterday', {Now.AddMinutes(5).ToUnixTimeSeconds()})";
            command.ExecuteNonQuery();
        }

        using var response = await AskAsync(TestPartner.Gate.Assertion(Now, jti: "of yesterday"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task The_end_of_an_assertion_does_not_free_its_id_for_a_node_whose_clock_is_behind()
    {
        var late = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Now.AddSeconds(-20));
        await using var other = await RunningHub.StartAsync(hub.Directory, late);
        var assertion = TestPartner.Gate.Assertion(Now, life: 10);
        using var first = await AskAsync(assertion);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        hub.Clock.Advance(TimeSpan.FromSeconds(15));
        late.Advance(TimeSpan.FromSeconds(15));
        (await AskAsync(TestPartner.Gate.Assertion(Now))).Dispose();
        using var replay = await other.Http.PostAsync("/v1/token", TestPartner.Form(assertion));
        await RefusedAsync(replay);
    }

    [Fact]
    public async Task A_refused_assertion_is_audited_and_names_its_client_only_when_it_was_proven()
    {
        var assertion = TestPartner.Gate.Assertion(Now);
        (await AskAsync(assertion)).Dispose();
        (await AskAsync(assertion)).Dispose();
        (await AskAsync(TestPartner.Gate.Assertion(Now, key: TestPartner.Scanner.Key))).Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/audit?kind=token-refused");
        request.Headers.Authorization = new("Bearer", await hub.TokenAsync(TestPartner.Operator));
        using var response = await hub.Http.SendAsync(request);
        var entries = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("entries").EnumerateArray().ToArray();
        Assert.Equal(2, entries.Length);
        Assert.Contains(entries, e => Expect.Text(e, "by") == TestPartner.Gate.ClientId && Expect.Text(e, "note") == "replayed");
        Assert.Contains(entries, e => !e.TryGetProperty("by", out _) && Expect.Text(e, "note") == "unknown key");
    }

    private Task<HttpResponseMessage> AskAsync(string assertion) => hub.Http.PostAsync("/v1/token", TestPartner.Form(assertion));

    private static async Task RefusedAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("invalid_client", Expect.Text(await response.Content.ReadFromJsonAsync<JsonElement>(), "error"));
    }
}
