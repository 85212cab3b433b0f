using System.Net;
using HealthBao.Contracts.Jose;
using HealthBao.Hub.Partners;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

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

    [Fact]
    public async Task A_host_with_a_private_address_is_not_even_connected_to_unless_the_operator_names_it()
    {
        using var documents = new KeyDocuments(Options.Create(new PartnerJoiningOptions { PrivateKeyAuthority = host.Authority }));
        foreach (var address in new[] { host.Address, new UriBuilder(host.Address) { Host = "127.0.0.1" }.Uri, new UriBuilder(host.Address) { Host = "[::ffff:127.0.0.1]" }.Uri })
            Assert.Equal((null, "ConnectionError"), await documents.FetchAsync(address, CancellationToken.None));
        Assert.Equal(0, host.Asked);
        using var named = new KeyDocuments(Options.Create(new PartnerJoiningOptions { PrivateKeyAuthority = host.Authority, PrivateKeyHosts = ["localhost"] }));
        Assert.NotNull((await named.FetchAsync(host.Address, CancellationToken.None)).Keys);
    }

    [Fact]
    public async Task A_certificate_of_nobody_known_is_refused()
    {
        using var documents = new KeyDocuments(Options.Create(new PartnerJoiningOptions { PrivateKeyHosts = ["localhost"] }));
        Assert.Equal((null, "SecureConnectionError"), await documents.FetchAsync(host.Address, CancellationToken.None));
        Assert.Equal(0, host.Asked);
    }

    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("2400:3200::1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:1.1.1.1", true)]
    [InlineData("::10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_public_addresses_are_public(string address, bool isPublic) => Assert.Equal(isPublic, PublicNetwork.Holds(IPAddress.Parse(address)));

    private async Task JoinAsync()
    {
        (await hub.AskToJoinAsync(gate.Request(Now, jwksUri: host.Address))).EnsureSuccessStatusCode().Dispose();
        await ApproveAsync();
    }

    private async Task ApproveAsync() =>
        (await hub.DecideAsync(gate.ClientId, "approval", new { scope = "verify", jwksUri = host.Address.OriginalString })).EnsureSuccessStatusCode().Dispose();
}
