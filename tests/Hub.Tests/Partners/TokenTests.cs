using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HealthBao.Hub.Tests.Partners;

public sealed class TokenTests : IAsyncLifetime
{
    private const string Grant = "grant_type=client_credentials&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private RunningHub hub = null!;

    private DateTimeOffset Now => hub.Clock.GetUtcNow();

    public async Task InitializeAsync() => hub = await RunningHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Theory]
    [InlineData("JWT", TestPartner.TokenAddress)]
    [InlineData("client-authentication+jwt", "https://hub.healthbao.example")]
    public async Task A_partner_gets_a_token_for_five_minutes(string type, string audience)
    {
        using var response = await AskAsync(TestPartner.Gate.Assertion(Now, type: type, audience: audience));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("Bearer", 300, "query verify"), (Expect.Text(answer, "token_type"), answer.GetProperty("expires_in").GetInt32(), string.Join(' ', Expect.Text(answer, "scope")!.Split(' ').Order())));

        var token = Expect.Text(answer, "access_token")!;
        hub.Clock.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal(HttpStatusCode.BadRequest, await UseAsync(token));
        hub.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await UseAsync(token));
    }

    [Fact]
    public async Task An_assertion_counts_once_also_after_the_hub_was_started_anew()
    {
        var assertion = TestPartner.Gate.Assertion(Now);
        using var first = await AskAsync(assertion);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var second = await AskAsync(assertion);
        await RefusedAsync(second, HttpStatusCode.Unauthorized, "invalid_client");

        await hub.DisposeAsync();
        hub = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        using var third = await AskAsync(assertion);
        await RefusedAsync(third, HttpStatusCode.Unauthorized, "invalid_client");
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

    [Theory]
    [InlineData("tianjin-gate", HttpStatusCode.OK)]
    [InlineData("beijing-scanner", HttpStatusCode.Unauthorized)]
    [InlineData("nobody", HttpStatusCode.Unauthorized)]
    public async Task A_client_id_beside_the_assertion_must_be_its_own(string clientId, HttpStatusCode status)
    {
        using var response = await hub.PostTextAsync(
            "/v1/token", $"{Grant}&client_assertion={TestPartner.Gate.Assertion(Now)}&client_id={clientId}", mediaType: "application/x-www-form-urlencoded");
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Another_way_to_prove_oneself_beside_the_assertion_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/token") { Content = TestPartner.Form(TestPartner.Gate.Assertion(Now)) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("tianjin-gate:secret"u8));
        using var response = await hub.Http.SendAsync(request);
        await RefusedAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task An_access_token_says_what_RFC_9068_asks_and_no_more()
    {
        var parts = (await hub.TokenAsync(TestPartner.Gate)).Split('.');
        var claims = JsonElement.Parse(FakeJws.Bytes(parts[1]));
        Assert.Equal(["alg", "kid", "typ"], JsonElement.Parse(FakeJws.Bytes(parts[0])).EnumerateObject().Select(m => m.Name).Order());
        Assert.Contains("\"at+jwt\"", FakeJws.Text(parts[0]), StringComparison.Ordinal);
        Assert.Contains(hub.Service<HealthBao.Hub.Trust.HubKeys>().TokenSigner.Kid, FakeJws.Text(parts[0]), StringComparison.Ordinal);
        Assert.Equal(["aud", "client_id", "exp", "iat", "iss", "jti", "scope", "sub"], claims.EnumerateObject().Select(m => m.Name).Order());
        Assert.Equal(("tianjin-gate", "tianjin-gate"), (Expect.Text(claims, "sub"), Expect.Text(claims, "client_id")));
    }

    [Fact]
    public async Task An_answer_stands_on_one_line_for_readers_in_a_shell()
    {
        using var response = await AskAsync(TestPartner.Gate.Assertion(Now));
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("\"access_token\":\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
    }

    [Fact]
    public async Task The_library_writes_no_row_for_a_token()
    {
        for (var i = 0; i < 5; i++) (await AskAsync(TestPartner.Gate.Assertion(Now))).Dispose();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(hub.Directory, "hub.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM OpenIddictTokens) + (SELECT COUNT(*) FROM OpenIddictAuthorizations) + (SELECT COUNT(*) FROM OpenIddictScopes)";
        Assert.Equal(0L, command.ExecuteScalar());
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", HttpStatusCode.MethodNotAllowed)]
    public async Task Another_method_is_a_problem(string method, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new(method), "/v1/token");
        using var response = await hub.Http.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
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
        await RefusedAsync(replay, HttpStatusCode.Unauthorized, "invalid_client");
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
    }

    [Fact]
    public async Task A_scope_may_be_asked_for_alone_and_one_that_is_not_owned_is_refused()
    {
        using var alone = await AskAsync(TestPartner.Gate.Assertion(Now), "verify");
        Assert.Equal("verify", Expect.Text(await alone.Content.ReadFromJsonAsync<JsonElement>(), "scope"));
        using var more = await AskAsync(TestPartner.Gate.Assertion(Now), "verify trust");
        await RefusedAsync(more, HttpStatusCode.BadRequest, "invalid_scope");
    }

    [Theory]
    [InlineData("", "unsupported_grant_type")]
    [InlineData("grant_type=password", "unsupported_grant_type")]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials", "unsupported_grant_type")]
    [InlineData(Grant, "invalid_request")]
    [InlineData(Grant + "&client_assertion=", "invalid_request")]
    [InlineData(Grant + "&client_assertion=a.b.c&client_assertion=a.b.c", "invalid_request")]
    [InlineData("grant_type=client_credentials&client_assertion=a.b.c", "invalid_request")]
    [InlineData(Grant + "&client_assertion=a.b.c&client_secret=s", "invalid_request")]
    [InlineData(Grant + "&client_assertion=a.b.c&client_id=a&client_id=b", "invalid_request")]
    [InlineData(Grant + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=a.b.c", "invalid_request")]
    [InlineData("%%%=%FF&&&=&a", "unsupported_grant_type")]
    public async Task A_malformed_form_is_refused(string form, string error)
    {
        using var response = await hub.PostTextAsync("/v1/token", form, mediaType: "application/x-www-form-urlencoded");
        await RefusedAsync(response, HttpStatusCode.BadRequest, error);
    }

    [Fact]
    public async Task A_scope_that_stands_twice_is_refused_and_not_taken_for_none()
    {
        using var response = await hub.PostTextAsync(
            "/v1/token", $"{Grant}&client_assertion={TestPartner.Gate.Assertion(Now)}&scope=verify&scope=verify", mediaType: "application/x-www-form-urlencoded");
        await RefusedAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task A_form_of_another_media_type_or_too_large_is_a_problem()
    {
        using var json = await hub.PostTextAsync("/v1/token", "{}");
        await Expect.ProblemAsync(json, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        using var large = await hub.PostTextAsync("/v1/token", new string('a', 20_000), mediaType: "application/x-www-form-urlencoded");
        await Expect.ProblemAsync(large, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    private Task<HttpResponseMessage> AskAsync(string assertion, string? scope = null) => hub.Http.PostAsync("/v1/token", TestPartner.Form(assertion, scope));

    private async Task<HttpStatusCode> UseAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/verifications") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await hub.Http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task RefusedAsync(HttpResponseMessage response, HttpStatusCode status, string error)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(error, Expect.Text(answer, "error"));
    }
}
