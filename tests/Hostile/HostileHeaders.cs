using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 2: a header that is not exactly one of the two.</summary>
internal static class HostileHeaders
{
    private static readonly string Api = HostileToken.ApiHeader;
    private static readonly string[] OtherTypes =
    [
        "JWT", "jwt", "health-pass", "Health-Pass+JWT", "HEALTH-PASS+JWT", "application/health-pass+jwt", "health-pass+jwt ", " health-pass+jwt", "health-pass+jwt;v=1", "health-pass+jws", "health-pass+jwt\\u0000",
        "statuslist+jwt", "trust-list+jwt", "key-statement+jwt", "concept-map+jwt", "hub-call+jwt", "status-answer+jwt", "participant-request+jwt", "at+jwt", "vc+jwt", "dc+sd-jwt", "JOSE",
    ];

    public static IEnumerable<HostileFamily> All() =>
    [
        HostileFamily.Of("header members", PassRejection.Malformed, Controls, Extra().Select(m => ($"{m} beside", HostileToken.Api(HostileToken.Claims, $"{Api[..^1]},{m}}}")))),
        HostileFamily.Of("header values", PassRejection.Malformed, Controls, Values().Select(v => (v.Name, HostileToken.Api(HostileToken.Claims, v.Header)))),
        HostileFamily.Of("header types", PassRejection.Malformed, Controls, OtherTypes.Select(t => (t, HostileToken.Api(HostileToken.Claims, Api.Replace("health-pass+jwt", t, StringComparison.Ordinal))))),
        HostileFamily.Of("header of a card", PassRejection.Malformed, [HostileToken.GoodCard], Cards().Select(c => (c.Name, HostileToken.Card(HostileToken.Claims, c.Header)))),
        HostileFamily.Of("header as text", PassRejection.Malformed, Controls, Texts().Select(t => (t.Name, HostileToken.Api(HostileToken.Claims, t.Header)))),
    ];

    // A header of the same content in another writing is no defect.
    private static string[] Controls =>
    [
        HostileToken.Good, HostileToken.Api(HostileToken.Claims, " " + Api), HostileToken.Api(HostileToken.Claims, Api.Replace("\"alg\"", "\"\\u0061lg\"", StringComparison.Ordinal)),
        HostileToken.Api(HostileToken.Claims, $$"""{"typ":"health-pass+jwt","kid":"{{HostileToken.Kid}}","alg":"ES256"}"""),
    ];

    private static IEnumerable<string> Extra() =>
    [
        "\"crit\":[\"exp\"]", "\"crit\":[]", "\"crit\":null", "\"crit\":[\"b64\"],\"b64\":false", "\"b64\":false", "\"b64\":true", "\"jwk\":{}", $"\"jwk\":{Jwk(HostileToken.KeyName)}", $"\"jwk\":{Jwk("nobody's")}",
        "\"jku\":\"https://attacker.example/jwks.json\"", "\"jku\":\"http://127.0.0.1:8000/\"", "\"jku\":\"file:///etc/passwd\"", "\"x5u\":\"https://attacker.example/x\"", "\"x5c\":[\"MIIB\"]", "\"x5t\":\"AA\"", "\"x5t#S256\":\"AA\"",
        "\"cty\":\"JWT\"", "\"cty\":\"json\"", "\"nonce\":\"1\"", "\"url\":\"https://attacker.example\"", "\"iss\":\"https://beijing.healthbao.example\"", "\"exp\":9999999999", "\"enc\":\"A256GCM\"", "\"apu\":\"AA\"", "\"epk\":{}", "\"p2c\":1000000000",
        "\"zip\":\"DEF\"", "\"zip\":null", "\"\":\"x\"", "\"Alg\":\"none\"", "\"ALG\":\"none\"", "\"alg \":\"none\"", "\"__proto__\":{\"alg\":\"none\"}", "\"trust_chain\":[]", "\"ppt\":\"shaken\"", "\"iat\":1772326800", "\"vct\":\"x\"",
    ];

    private static IEnumerable<(string Name, string Header)> Values()
    {
        foreach (var (name, text) in new[] { ("alg", "\"ES256\""), ("kid", $"\"{HostileToken.Kid}\""), ("typ", "\"health-pass+jwt\"") })
        {
            var member = $"\"{name}\":{text}";
            foreach (var value in new[] { "null", "7", "true", $"[{text}]", $"{{\"a\":{text}}}", "\"\"", "[]" }) yield return ($"{name} is {value}", Api.Replace(member, $"\"{name}\":{value}", StringComparison.Ordinal));
            yield return ($"{name} is missing", Api.Replace(member, "", StringComparison.Ordinal).Replace("{,", "{", StringComparison.Ordinal).Replace(",,", ",", StringComparison.Ordinal).Replace(",}", "}", StringComparison.Ordinal));
            yield return ($"{name} stands twice", Api.Replace(member, $"{member},{member}", StringComparison.Ordinal));
            yield return ($"{name} stands twice, once escaped", Api.Replace(member, $"\"\\u{(int)name[0]:x4}{name[1..]}\":\"none\",{member}", StringComparison.Ordinal));
            yield return ($"{name} in capitals", Api.Replace($"\"{name}\"", $"\"{name.ToUpperInvariant()}\"", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<(string Name, string Header)> Cards()
    {
        var card = HostileToken.CardHeader;
        foreach (var zip in new[] { "\"def\"", "\"DEFLATE\"", "\"GZIP\"", "\"ZLIB\"", "\"NONE\"", "\"\"", "null", "true", "[\"DEF\"]", "\"DEF \"" }) yield return ($"zip is {zip}", card.Replace("\"DEF\"", zip, StringComparison.Ordinal));
        yield return ("zip is missing", card.Replace("\"zip\":\"DEF\",", "", StringComparison.Ordinal));
        yield return ("zip stands twice", card.Replace("\"zip\":\"DEF\",", "\"zip\":\"DEF\",\"zip\":\"DEF\",", StringComparison.Ordinal));
        yield return ("typ beside zip", card[..^1] + ",\"typ\":\"health-pass+jwt\"}");
        yield return ("crit beside zip", card[..^1] + ",\"crit\":[\"zip\"]}");
        yield return ("the header of the other rendition", Api);
    }

    private static IEnumerable<(string Name, string Header)> Texts() =>
    [
        ("a byte order mark", "\uFEFF" + Api), ("a space after it", Api + " "), ("an object after it", Api + "{}"), ("a NUL after it", Api + "\0"), ("a comment", "/**/" + Api), ("a comma after the last member", Api[..^1] + ",}"),
        ("single quotation marks", Api.Replace('"', '\'')), ("an array around it", $"[{Api}]"), ("no closing brace", Api[..^1]), ("an empty object", "{}"), ("null", "null"), ("a text", "\"ES256\""), ("an array", "[]"),
        ("513 bytes", "{" + new string(' ', 513 - Api.Length) + Api[1..]), ("1,000 bytes", "{" + new string(' ', 1000 - Api.Length) + Api[1..]), ("nested 100 deep", $"{Api[..^1]},\"x\":{new string('[', 100)}{new string(']', 100)}}}"),
        ("a lone surrogate", Api.Replace("health", "\\ud800health", StringComparison.Ordinal)), ("the claims for a header", HostileToken.Claims[..300]), ("base64url twice", HostileToken.Text(Api)),
    ];

    private static string Jwk(string keyName)
    {
        var jwk = Contracts.Tests.Pass.MadeUpKeys.Of(keyName).Jwk;
        return $$"""{"kty":"EC","crv":"P-256","x":"{{jwk.X}}","y":"{{jwk.Y}}"}""";
    }
}
