using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HealthBao.Hub.Tests.Partners;

public sealed class AccessTokenTests : IAsyncLifetime
{
    private RunningHub hub = null!;

    private DateTimeOffset Now => hub.Clock.GetUtcNow();

    public async Task InitializeAsync() => hub = await RunningHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

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

    private Task<HttpResponseMessage> AskAsync(string assertion) => hub.Http.PostAsync("/v1/token", TestPartner.Form(assertion));
}
