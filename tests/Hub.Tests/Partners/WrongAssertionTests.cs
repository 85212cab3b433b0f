using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HealthBao.Contracts.Jose;

namespace HealthBao.Hub.Tests.Partners;

public sealed class WrongAssertionTests : IAsyncLifetime
{
    private RunningHub hub = null!;

    private DateTimeOffset Now => hub.Clock.GetUtcNow();

    public static TheoryData<string> WrongAssertions => new(
        "audience", "expired", "ends now", "early", "lives long", "wrong key", "another partner's key", "another's issuer", "type", "header member", "duplicate member",
        "duplicate header member", "no jti", "jti is a number", "long jti", "no exp", "exp is a text", "exp out of range", "sub is a number", "sub is null", "aud is an object",
        "iat is a text", "no type", "no kid", "kid of another key", "kid is a number", "alg of another curve", "alg RS256", "iat in the future", "nbf in the future", "issuer and another in aud", "us twice in aud",
        "no aud", "empty aud", "no iss", "no sub", "empty jti", "lives a day", "nbf months ahead", "access token type", "no type but a dot", "crit", "jwk in header", "type in capitals", "alg none", "alg HS256", "HS256 by the public key", "HS256 by the public point", "padding", "four parts", "trailing text", "claims are an array", "nobody", "control character in jti");

    public async Task InitializeAsync() => hub = await RunningHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Theory]
    [MemberData(nameof(WrongAssertions))]
    public async Task A_wrong_assertion_is_refused(string wrong)
    {
        using var response = await hub.Http.PostAsync("/v1/token", TestPartner.Form(Wrong(wrong)));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("invalid_client", Expect.Text(await response.Content.ReadFromJsonAsync<JsonElement>(), "error"));
        Assert.DoesNotContain(hub.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    private string Wrong(string wrong)
    {
        var gate = TestPartner.Gate;
        var good = gate.Assertion(Now);
        var payload = FakeJws.Text(good.Split('.')[1]);
        string Changed(string name, JsonNode? value) => FakeJws.Changed(good, gate.Key, c => c[name] = value);
        string Without(string name) => FakeJws.Changed(good, gate.Key, c => c.Remove(name));
        string Headed(string header) => FakeJws.Parts(header.Replace("KID", gate.Key.Kid, StringComparison.Ordinal), payload, gate.Key);
        string Hmac(string secret)
        {
            var input = FakeJws.Encode($$"""{"alg":"HS256","kid":"{{gate.Key.Kid}}","typ":"JWT"}""") + "." + FakeJws.Encode(payload);
            return $"{input}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(input)))}";
        }

        return wrong switch
        {
            "audience" => gate.Assertion(Now, audience: "https://another.example"),
            "expired" => gate.Assertion(Now, from: -300, life: 299),
            "ends now" => gate.Assertion(Now, from: -300, life: 300),
            "early" => gate.Assertion(Now, from: 60),
            "lives long" => gate.Assertion(Now, life: 331),
            "wrong key" => gate.Assertion(Now, key: SigningKey.Create()),
            "another partner's key" => gate.Assertion(Now, key: TestPartner.Scanner.Key),
            "another's issuer" => gate.Assertion(Now, issuer: TestPartner.Scanner.ClientId),
            "type" => gate.Assertion(Now, type: "at+jwt"),
            "header member" => Headed("""{"alg":"ES256","kid":"KID","typ":"JWT","jku":"https://evil.example"}"""),
            "duplicate member" => FakeJws.Parts(FakeJws.Text(good.Split('.')[0]), payload.Insert(1, "\"iss\":\"somebody\","), gate.Key),
            "duplicate header member" => Headed("""{"alg":"none","alg":"ES256","kid":"KID","typ":"JWT"}"""),
            "no jti" => Without("jti"),
            "jti is a number" => Changed("jti", 7),
            "long jti" => Changed("jti", new string('j', 129)),
            "control character in jti" => Changed("jti", "a\u0000b"),
            "no exp" => Without("exp"),
            "exp is a text" => Changed("exp", "soon"),
            "exp out of range" => Changed("exp", 1e300),
            "sub is a number" => Changed("sub", 7),
            "sub is null" => Changed("sub", null),
            "aud is an object" => Changed("aud", new JsonObject()),
            "iat is a text" => Changed("iat", "yesterday"),
            "no type" => Headed("""{"alg":"ES256","kid":"KID"}"""),
            "no kid" => Headed("""{"alg":"ES256","typ":"JWT"}"""),
            "kid of another key" => FakeJws.Parts($$"""{"alg":"ES256","kid":"{{TestPartner.Scanner.Key.Kid}}","typ":"JWT"}""", payload, gate.Key),
            "alg of another curve" => Headed("""{"alg":"ES384","kid":"KID","typ":"JWT"}"""),
            "alg RS256" => Headed("""{"alg":"RS256","kid":"KID","typ":"JWT"}"""),
            "iat in the future" => Changed("iat", Now.AddSeconds(31).ToUnixTimeSeconds()),
            "nbf in the future" => Changed("nbf", Now.AddSeconds(31).ToUnixTimeSeconds()),
            "issuer and another in aud" => Changed("aud", new JsonArray("https://hub.healthbao.example", "https://another.example")),
            "us twice in aud" => Changed("aud", new JsonArray("https://hub.healthbao.example", TestPartner.TokenAddress)),
            "no aud" => Without("aud"),
            "empty aud" => Changed("aud", new JsonArray()),
            "no iss" => Without("iss"),
            "no sub" => Without("sub"),
            "empty jti" => Changed("jti", ""),
            "lives a day" => Changed("exp", Now.AddDays(1).ToUnixTimeSeconds()),
            "nbf months ahead" => Changed("nbf", Now.AddMonths(3).ToUnixTimeSeconds()),
            "access token type" => Headed("""{"alg":"ES256","kid":"KID","typ":"application/at+jwt"}"""),
            "no type but a dot" => Headed("""{"alg":"ES256","kid":"KID","typ":""}"""),
            "type in capitals" => Headed("""{"alg":"ES256","kid":"KID","typ":"Client-Authentication+JWT"}"""),
            "crit" => Headed("""{"alg":"ES256","kid":"KID","typ":"JWT","crit":["exp"]}"""),
            "jwk in header" => Headed("""{"alg":"ES256","kid":"KID","typ":"JWT","jwk":{}}"""),
            "kid is a number" => Headed("""{"alg":"ES256","kid":7,"typ":"JWT"}"""),
            "alg none" => Headed("""{"alg":"none","kid":"KID","typ":"JWT"}"""),
            "alg HS256" => Headed("""{"alg":"HS256","kid":"KID","typ":"JWT"}"""),
            "HS256 by the public key" => Hmac(gate.Jwks),
            "HS256 by the public point" => Hmac(gate.Key.Jwk.X),
            "padding" => good + "=",
            "four parts" => good + ".e30",
            "trailing text" => FakeJws.Parts(FakeJws.Text(good.Split('.')[0]), payload + " x", gate.Key),
            "claims are an array" => FakeJws.Parts(FakeJws.Text(good.Split('.')[0]), "[]", gate.Key),
            "nobody" => new TestPartner("nobody", "110000", "verify").Assertion(Now),
            _ => throw new ArgumentOutOfRangeException(nameof(wrong), wrong, null),
        };
    }
}
