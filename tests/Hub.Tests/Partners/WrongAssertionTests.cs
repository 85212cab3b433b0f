using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthBao.Contracts.Jose;

namespace HealthBao.Hub.Tests.Partners;

public sealed class WrongAssertionTests : IAsyncLifetime
{
    private RunningHub hub = null!;

    private DateTimeOffset Now => hub.Clock.GetUtcNow();

    public static TheoryData<string> WrongAssertions => new(
        "audience", "expired", "ends now", "early", "lives long", "wrong key", "another partner's key", "another's issuer", "type", "header member", "duplicate member",
        "duplicate header member", "no jti", "jti is a number", "long jti", "no exp", "exp is a text", "exp out of range", "sub is a number", "sub is null", "aud is an object",
        "iat is a text", "no type", "kid is a number", "alg none", "alg HS256", "padding", "four parts", "trailing text", "claims are an array", "nobody", "control character in jti");

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
        string Changed(string name, System.Text.Json.Nodes.JsonNode? value) => FakeJws.Changed(good, gate.Key, c => c[name] = value);
        string Without(string name) => FakeJws.Changed(good, gate.Key, c => c.Remove(name));
        string Headed(string header) => FakeJws.Parts(header.Replace("KID", gate.Key.Kid, StringComparison.Ordinal), payload, gate.Key);
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
            "aud is an object" => Changed("aud", new System.Text.Json.Nodes.JsonObject()),
            "iat is a text" => Changed("iat", "yesterday"),
            "no type" => Headed("""{"alg":"ES256","kid":"KID"}"""),
            "kid is a number" => Headed("""{"alg":"ES256","kid":7,"typ":"JWT"}"""),
            "alg none" => Headed("""{"alg":"none","kid":"KID","typ":"JWT"}"""),
            "alg HS256" => Headed("""{"alg":"HS256","kid":"KID","typ":"JWT"}"""),
            "padding" => good + "=",
            "four parts" => good + ".e30",
            "trailing text" => FakeJws.Parts(FakeJws.Text(good.Split('.')[0]), payload + " x", gate.Key),
            "claims are an array" => FakeJws.Parts(FakeJws.Text(good.Split('.')[0]), "[]", gate.Key),
            "nobody" => new TestPartner("nobody", "110000", "verify").Assertion(Now),
            _ => throw new ArgumentOutOfRangeException(nameof(wrong), wrong, null),
        };
    }
}
