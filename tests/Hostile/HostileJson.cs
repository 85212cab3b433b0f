using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 2: claims that some JSON reader takes and RFC 8259 does not, or that are not one object.</summary>
internal static class HostileJson
{
    private const string Nbf = "\"nbf\":1772326800";
    private const string Green = "\"code\":\"green\"";
    private const string Given = "[\"*\"]";

    public static IEnumerable<HostileFamily> All() =>
    [
        HostileFamily.Of("JSON around", PassRejection.Malformed, [HostileToken.Good, HostileToken.Api(" \n" + HostileToken.Claims)], Around().Select(t => (t.Name, HostileToken.Api(t.Claims)))),
        HostileFamily.Of("JSON within", PassRejection.Malformed, [HostileToken.Good, HostileToken.Api(HostileToken.With(Nbf, "\r\n\t \"nbf\" : 1772326800 ")), HostileToken.Api(HostileToken.With(Green, "\"\\u0063ode\":\"gr\\u0065en\""))],
            Within().Select(t => (t.Name, HostileToken.Api(HostileToken.With(t.Sound, t.Faulty))))),
        HostileFamily.Of("JSON within a card", PassRejection.Malformed, [HostileToken.GoodCard], Within().Where((_, i) => i % 4 == 0).Select(t => (t.Name, HostileToken.Card(HostileToken.With(t.Sound, t.Faulty))))),
    ];

    private static IEnumerable<(string Name, string Claims)> Around()
    {
        var claims = HostileToken.Claims;
        return
        [
            ("a space after it", claims + " "), ("a line feed after it", claims + "\n"), ("a NUL after it", claims + "\0"), ("a brace after it", claims + "}"), ("a comma after it", claims + ","),
            ("a letter after it", claims + "x"), ("an empty object after it", claims + "{}"), ("itself after it", claims + claims), ("itself on the next line", claims + "\n" + claims),
            ("null after it", claims + "null"), ("a comment after it", claims + "//"), ("a comment before it", "/**/" + claims), ("a line comment before it", "//\n" + claims),
            ("a guard before it", ")]}'\n" + claims), ("a record separator before it", "\u001e" + claims), ("a NUL before it", "\0" + claims), ("a non-breaking space before it", "\u00A0" + claims),
            ("an array around it", $"[{claims}]"), ("quotation marks around it", $"\"{claims.Replace("\"", "\\\"", StringComparison.Ordinal)}\""), ("parentheses around it", $"({claims})"),
            ("its brace missing", claims[..^1]), ("its last text cut", claims[..^6]), ("its first brace missing", claims[1..]), ("its first half", claims[..(claims.Length / 2)]),
            ("null", "null"), ("true", "true"), ("a number", "1772326800"), ("a text", "\"green\""), ("an empty array", "[]"), ("a brace", "{"), ("a space", " "), ("a letter", "x"),
        ];
    }

    private static IEnumerable<(string Name, string Sound, string Faulty)> Within() =>
    [
        ("a comma after the last member", "\"fhirVersion\":\"4.0.1\"}", "\"fhirVersion\":\"4.0.1\",}"), ("a comma after the last element", Given, "[\"*\",]"),
        ("a comma before the first member", "{\"iss\"", "{,\"iss\""), ("two commas", Nbf + ",", Nbf + ",,"), ("no comma", Nbf + ",", Nbf + " "), ("a semicolon", Nbf + ",", Nbf + ";"),
        ("two colons", "\"nbf\":", "\"nbf\"::"), ("no colon", "\"nbf\":", "\"nbf\" "), ("an equals sign", "\"nbf\":", "\"nbf\"="), ("no value", Nbf, "\"nbf\":"), ("no name", Nbf, ":1772326800"),
        ("a comment between", Nbf, "/* */" + Nbf), ("a line comment between", Nbf, "//\n" + Nbf), ("a hash comment between", Nbf, "#\n" + Nbf),
        ("single quotation marks", "\"green\"", "'green'"), ("no quotation marks", "\"green\"", "green"), ("a name in single quotation marks", "\"nbf\"", "'nbf'"), ("a name without quotation marks", "\"nbf\"", "nbf"),
        ("curly quotation marks", "\"green\"", "“green”"), ("a text that never ends", "\"green\"", "\"green"), ("a raw line feed in a text", "\"green\"", "\"gre\nen\""), ("a raw tab in a text", "\"green\"", "\"gre\ten\""),
        ("a raw NUL in a text", "\"green\"", "\"gre\0en\""), ("a raw 0x1F in a text", "\"green\"", "\"gre\u001fen\""), ("a raw line feed in a name", "\"nbf\"", "\"nb\nf\""),
        ("the escape \\x", "\"green\"", "\"gr\\x65en\""), ("the escape \\'", "\"green\"", "\"\\'green\""), ("the escape \\0", "\"green\"", "\"green\\0\""), ("the escape \\a", "\"green\"", "\"green\\a\""),
        ("an escape of three digits", "\"green\"", "\"\\u065\""), ("an escape of no digits", "\"green\"", "\"\\u\""), ("an escape with a capital U", "\"green\"", "\"\\U0065\""), ("an escape of a letter beyond f", "\"green\"", "\"\\u00g5\""),
        ("an escape in braces", "\"green\"", "\"\\u{65}\""), ("half of an escape", "\"green\"", "\"green\\\""),
        ("a leading zero", "1772326800", "01772326800"), ("a leading plus", "1772326800", "+1772326800"), ("hexadecimal", "1772326800", "0x69A39010"), ("digits with underlines", "1772326800", "1_772_326_800"),
        ("a fraction without digits", "1772326800", "1772326800."), ("a fraction alone", "1772326800", ".1772326800"), ("an exponent without digits", "1772326800", "1772326800e"), ("a minus alone", "1772326800", "-"),
        ("two minuses", "1772326800", "--1"), ("NaN", "1772326800", "NaN"), ("Infinity", "1772326800", "Infinity"), ("minus infinity", "1772326800", "-Infinity"), ("undefined", "1772326800", "undefined"),
        ("True", "1772326800", "True"), ("NULL", "1772326800", "NULL"), ("full-width digits", "1772326800", "１７７２３２６８００"), ("a big integer's n", "1772326800", "1772326800n"),
        ("a bracket for a brace", Given, "[\"*\"}"), ("a brace for a bracket", Given, "{\"*\"]"), ("an element too many brackets", Given, "[\"*\"]]"), ("a colon in an array", Given, "[\"a\":\"*\"]"),
        ("members without a name", "{\"reference\":\"resource:0\"}", "{\"resource:0\"}"), ("a lone high surrogate escaped", "\"green\"", "\"\\ud842\""), ("a lone low surrogate escaped", "\"green\"", "\"\\udfb7\""),
        ("surrogates the wrong way round", "\"green\"", "\"\\udfb7\\ud842\""), ("a high surrogate before a letter", "\"green\"", "\"\\ud842a\""), ("two high surrogates", "\"green\"", "\"\\ud842\\ud842\\udfb7\""),
        ("a lone surrogate in a name", Nbf, Nbf + ",\"\\ud842\":1"), ("a lone surrogate in a member's name nobody reads", "\"given\":", "\"\\udfb7\":[],\"given\":"),
        ("a lone surrogate in the masked name", "\"龘\"", "\"\\ud842\""), ("a lone surrogate in the issuer", "\"iss\":\"https", "\"iss\":\"\\ud800https"),
    ];
}
