using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hub.Tests.Partners;

public sealed class PartnerKeyTests : IAsyncLifetime
{
    private readonly TestPartner gate = new("hebei-gate", "130000", "verify query");
    private readonly SigningKey next = SigningKey.Create();
    private RunningHub hub = null!;

    private DateTimeOffset Now => hub.Clock.GetUtcNow();

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync();
        await hub.JoinAsync(gate);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task New_keys_signed_by_a_current_one_count_at_once_and_the_old_ones_no_longer()
    {
        using var asked = await hub.AskToJoinAsync(gate.Request(Now, keys: [next]));
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await hub.TokenStatusAsync(gate, next), await hub.TokenStatusAsync(gate)));
        Assert.Contains("partner-keys-changed", await hub.AuditedAsync(gate.ClientId));
        using var back = await hub.AskToJoinAsync(gate.Request(Now));
        await Expect.ProblemAsync(back, HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task Two_keys_may_count_side_by_side()
    {
        using var asked = await hub.AskToJoinAsync(gate.Request(Now, keys: [gate.Key, next]));
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await hub.TokenStatusAsync(gate, next), await hub.TokenStatusAsync(gate)));
    }

    [Fact]
    public async Task New_keys_bring_no_new_scope()
    {
        (await hub.AskToJoinAsync(gate.Request(Now, "verify query trust", [next]))).EnsureSuccessStatusCode().Dispose();
        Assert.Equal(HttpStatusCode.BadRequest, await hub.TokenStatusAsync(gate, next, "trust"));
        var listed = (await hub.PartnersAsync()).Single(p => Expect.Text(p, "clientId") == gate.ClientId);
        Assert.Equal(("verify query", "verify query trust"), (Expect.Text(listed, "scope"), Expect.Text(listed, "scopeAsked")));
    }

    [Fact]
    public async Task Somebody_elses_key_replaces_nothing()
    {
        using var thief = await hub.AskToJoinAsync(gate.Request(Now, keys: [next], signer: next));
        await Expect.ProblemAsync(thief, HttpStatusCode.Conflict, "conflict");
        using var scanner = await hub.AskToJoinAsync(gate.Request(Now, keys: [next], signer: TestPartner.Scanner.Key));
        await Expect.ProblemAsync(scanner, HttpStatusCode.BadRequest, "bad-request");
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await hub.TokenStatusAsync(gate, next), await hub.TokenStatusAsync(gate)));
    }

    [Fact]
    public async Task A_request_counts_once()
    {
        var request = gate.Request(Now, keys: [gate.Key, next]);
        using var first = await hub.AskToJoinAsync(request);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var second = await hub.AskToJoinAsync(request);
        await Expect.ProblemAsync(second, HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task A_configured_partners_keys_are_replaced_in_the_configuration_only()
    {
        using var asked = await hub.AskToJoinAsync(TestPartner.Gate.Request(Now, keys: [next]));
        await Expect.ProblemAsync(asked, HttpStatusCode.Conflict, "conflict");
        Assert.Equal(HttpStatusCode.OK, await hub.TokenStatusAsync(TestPartner.Gate));
    }

    [Fact]
    public async Task P_384_and_RSA_keys_prove_a_partner_each_by_its_own_algorithm_only()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        var point = curve.ExportParameters(false).Q;
        var jwks = $$"""{"keys":[{"kty":"EC","crv":"P-384","kid":"c","x":"{{StrictBase64Url.Encode(point.X)}}","y":"{{StrictBase64Url.Encode(point.Y)}}"},{"kty":"RSA","kid":"r","e":"AQAB","n":"{{StrictBase64Url.Encode(rsa.ExportParameters(false).Modulus)}}"}]}""";
        await using var other = await RunningHub.StartAsync(null, hub.Clock, ("Hub:Partners:0:Jwks", jwks));
        byte[] Curve(byte[] bytes, HashAlgorithmName hash) => curve.SignData(bytes, hash);
        byte[] Rsa(byte[] bytes, HashAlgorithmName hash) => rsa.SignData(bytes, hash, RSASignaturePadding.Pkcs1);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "ES384", "c", b => Curve(b, HashAlgorithmName.SHA384)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "RS384", "r", b => Rsa(b, HashAlgorithmName.SHA384)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(other, "RS256", "r", b => Rsa(b, HashAlgorithmName.SHA256)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(other, "PS384", "r", b => rsa.SignData(b, HashAlgorithmName.SHA384, RSASignaturePadding.Pss)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(other, "RS384", "c", b => Curve(b, HashAlgorithmName.SHA384)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(other, "ES384", "r", b => Rsa(b, HashAlgorithmName.SHA384)));
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningHub hub, string algorithm, string kid, Func<byte[], byte[]> sign)
    {
        var now = hub.Clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["iss"] = TestPartner.Gate.ClientId,
            ["sub"] = TestPartner.Gate.ClientId,
            ["aud"] = new[] { TestPartner.TokenAddress },
            ["exp"] = now + 60,
            ["jti"] = Guid.NewGuid().ToString("N"),
        });
        var input = FakeJws.Encode($$"""{"alg":"{{algorithm}}","kid":"{{kid}}","typ":"JWT"}""") + "." + FakeJws.Encode(claims);
        using var response = await hub.Http.PostAsync("/v1/token", TestPartner.Form($"{input}.{StrictBase64Url.Encode(sign(Encoding.ASCII.GetBytes(input)))}"));
        return response.StatusCode;
    }
}
