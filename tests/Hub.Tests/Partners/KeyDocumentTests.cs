using System.Net;
using HealthBao.Contracts.Jose;
using Microsoft.AspNetCore.Http;

namespace HealthBao.Hub.Tests.Partners;

public sealed class KeyDocumentTests : IAsyncLifetime
{
    private readonly TestPartner gate = new("hebei-gate", "130000", "verify");
    private readonly SigningKey next = SigningKey.Create();
    private FakeKeyHost host = null!;
    private RunningHub hub = null!;

    private DateTimeOffset Now => hub.Clock.GetUtcNow();

    public async Task InitializeAsync()
    {
        host = await FakeKeyHost.StartAsync();
        host.Publish(gate.Key);
        hub = await RunningHub.StartAsync(null, null, ("Partners:PrivateKeyHosts:0", "localhost"), ("Partners:PrivateKeyAuthority", host.Authority));
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task An_address_counts_only_once_the_operator_has_named_it()
    {
        host.Publish(next);
        (await hub.AskToJoinAsync(gate.Request(Now, jwksUri: host.Address))).EnsureSuccessStatusCode().Dispose();
        (await hub.ApproveAsync(gate)).EnsureSuccessStatusCode().Dispose();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await hub.TokenStatusAsync(gate), await hub.TokenStatusAsync(gate, next)));
        Assert.Equal(0, host.Asked);

        using var another = await hub.DecideAsync(gate.ClientId, "approval", new { scope = "verify", jwksUri = "https://keys.another.example/" });
        await Expect.ProblemAsync(another, HttpStatusCode.Conflict, "conflict");
        await ApproveAsync();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await hub.TokenStatusAsync(gate, next), await hub.TokenStatusAsync(gate)));
    }

    [Fact]
    public async Task A_document_is_asked_for_once_and_again_when_a_key_is_missing_once_a_minute()
    {
        await JoinAsync();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, await hub.TokenStatusAsync(gate));
        Assert.Equal(1, host.Asked);

        host.Publish(gate.Key, next);
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.TokenStatusAsync(gate, next));
        Assert.Equal(1, host.Asked);
        hub.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.OK, await hub.TokenStatusAsync(gate, next));
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.Unauthorized, await hub.TokenStatusAsync(gate, SigningKey.Create()));
        Assert.Equal(2, host.Asked);
    }

    [Fact]
    public async Task Many_who_come_at_once_ask_once()
    {
        await JoinAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => hub.TokenStatusAsync(gate)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Equal(1, host.Asked);
    }

    [Fact]
    public async Task A_key_that_left_the_document_stops_counting_and_the_last_good_one_counts_for_a_day()
    {
        await JoinAsync();
        Assert.Equal(HttpStatusCode.OK, await hub.TokenStatusAsync(gate));
        host.Answer = http => Task.FromResult(http.Response.StatusCode = 503);
        hub.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, await hub.TokenStatusAsync(gate));
        hub.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.TokenStatusAsync(gate));

        host.Publish(gate.Key);
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await hub.TokenStatusAsync(gate));
        host.Publish(next);
        hub.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.TokenStatusAsync(gate));
    }

    [Fact]
    public async Task An_address_in_force_stays_so_when_a_suspension_is_lifted()
    {
        host.Publish(next);
        await JoinAsync();
        (await hub.DecideAsync(gate.ClientId, "suspension")).EnsureSuccessStatusCode().Dispose();
        (await hub.DecideAsync(gate.ClientId, "approval", new { scope = "verify" })).EnsureSuccessStatusCode().Dispose();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await hub.TokenStatusAsync(gate, next), await hub.TokenStatusAsync(gate)));
        using var asked = await hub.AskToJoinAsync(gate.Request(Now));
        await Expect.ProblemAsync(asked, HttpStatusCode.Conflict, "conflict");
    }

    public static TheoryData<string> BadDocuments => new("redirect", "not found", "too large", "endless", "private key", "nonsense", "no keys", "broken off");

    [Theory]
    [MemberData(nameof(BadDocuments))]
    public async Task A_bad_document_gives_no_key(string bad)
    {
        await JoinAsync();
        var followed = false;
        host.Answer = async http =>
        {
            if (http.Request.Path == "/elsewhere")
            {
                followed = true;
                await http.Response.WriteAsync(gate.Jwks);
            }
            else if (bad == "redirect") http.Response.Redirect("/elsewhere");
            else if (bad == "not found")
            {
                http.Response.StatusCode = 404;
                await http.Response.WriteAsync(gate.Jwks);
            }
            else if (bad == "too large") await http.Response.WriteAsync(gate.Jwks + new string(' ', 70_000));
            else if (bad == "private key") await http.Response.WriteAsync(gate.Jwks.Replace("\"kty\"", "\"d\":\"AA\",\"kty\"", StringComparison.Ordinal));
            else if (bad == "nonsense") await http.Response.WriteAsync("{");
            else if (bad == "no keys") await http.Response.WriteAsync("{\"keys\":[]}");
            else if (bad == "broken off") http.Abort();
            else while (!http.RequestAborted.IsCancellationRequested) await http.Response.WriteAsync(new string(' ', 1000));
        };
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.TokenStatusAsync(gate));
        Assert.False(followed);
        Assert.Contains(hub.Log.Lines, l => l.StartsWith("Warning 1305", StringComparison.Ordinal));
    }

    private async Task JoinAsync()
    {
        (await hub.AskToJoinAsync(gate.Request(Now, jwksUri: host.Address))).EnsureSuccessStatusCode().Dispose();
        await ApproveAsync();
    }

    private async Task ApproveAsync() =>
        (await hub.DecideAsync(gate.ClientId, "approval", new { scope = "verify", jwksUri = host.Address.OriginalString })).EnsureSuccessStatusCode().Dispose();
}
