using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 4 and 6: a key that is not one of that issuer's, or that was not made for that day.</summary>
internal static class HostileKeys
{
    private static readonly string Kid = HostileToken.Kid;
    private static readonly string Beijings = HostileRegion.Beijing.KeyName(HostileWorld.Today);

    public static IEnumerable<HostileFamily> All()
    {
        var (demo, beijing) = (HostileRegion.Demo, HostileRegion.Beijing);
        var soundOfBeijing = HostileToken.Of(beijing, beijing.Statement);
        return
        [
            HostileFamily.Of("kid", PassRejection.UnknownKey, [HostileToken.Good, HostileToken.Api(HostileToken.Claims, HostileToken.Header("\\u" + ((int)Kid[0]).ToString("x4") + Kid[1..]))],
                Kids().Select(k => (k.Name, HostileToken.Api(HostileToken.Claims, HostileToken.Header(k.Kid))))),
            HostileFamily.Of("key of another", PassRejection.UnknownKey, [HostileToken.Good, soundOfBeijing],
            [
                ("Beijing's key under the made-up issuer's name", By(HostileToken.Claims, Beijings)), ("Beijing's key, a card", HostileToken.Card(HostileToken.Claims, HostileToken.CardHeader.Replace(Kid, MadeUpKeys.Of(Beijings).Kid, StringComparison.Ordinal), Beijings)),
                ("the made-up issuer's key under Beijing's name", HostileToken.Api(HostileToken.ClaimsOf(beijing.Statement))), ("the made-up issuer's enrolment key", By(HostileToken.Claims, demo.System + " enrolment")),
                ("a suspended region's key", By(HostileToken.Claims, HostileRegion.Suspended.KeyName(HostileWorld.Today))), ("a key nobody has stated", By(HostileToken.Claims, "nobody's")),
                ("the key of the day before yesterday", By(HostileToken.Claims, demo.KeyName(HostileWorld.Today.Previous.Previous))), ("the key of the day after tomorrow", By(HostileToken.Claims, demo.KeyName(HostileWorld.Today.Next.Next))),
                ("Beijing's enrolment key", By(HostileToken.ClaimsOf(beijing.Statement), beijing.System + " enrolment")), ("the key of a region that has not joined", By(HostileToken.Claims, new HostileRegion("990009", "demo990009").KeyName(HostileWorld.Today))),
            ]),
            HostileFamily.Of("key of another day", PassRejection.NotConformant, [HostileToken.Good],
            [
                ("today's pass by tomorrow's key", By(HostileToken.Claims, demo.KeyName(HostileWorld.Today.Next))), ("today's pass by yesterday's key", By(HostileToken.Claims, demo.KeyName(HostileWorld.Today.Previous))),
                ("tomorrow's pass by today's key", HostileToken.Api(HostileToken.ClaimsOf(OfDay(1)))), ("yesterday's pass by today's key", HostileToken.Api(HostileToken.ClaimsOf(OfDay(-1)))),
                ("tomorrow's pass by yesterday's key", By(HostileToken.ClaimsOf(OfDay(1)), demo.KeyName(HostileWorld.Today.Previous))), ("yesterday's pass by tomorrow's key", By(HostileToken.ClaimsOf(OfDay(-1)), demo.KeyName(HostileWorld.Today.Next))),
                ("a pass of 1970 by today's key", HostileToken.Api(HostileToken.ClaimsOf(OfDay(-20_513)))), ("a pass of 9999 by today's key", HostileToken.Api(HostileToken.ClaimsOf(OfDay(2_900_000)))),
            ]),
        ];
    }

    private static IEnumerable<(string Name, string Kid)> Kids() =>
    [
        ("a space after it", Kid + " "), ("a space before it", " " + Kid), ("padding after it", Kid + "="), ("in capitals", Kid.ToUpperInvariant()), ("cut by a character", Kid[..^1]), ("the first character only", Kid[..1]), ("a NUL after it", Kid + "\\u0000"),
        ("a path", "../../keys/" + Kid), ("an address", "https://attacker.example/" + Kid), ("a file", "/dev/null"), ("a query in SQL", "' or '1'='1"), ("a command", "|id"), ("a template", "{{kid}}"), ("a star", "*"), ("null as a text", "null"),
        ("the issuer's name", HostileRegion.Demo.Issuer), ("both kids", Kid + "," + Kid), ("its thumbprint as a URN", "urn:ietf:params:oauth:jwk-thumbprint:sha-256:" + Kid), ("a kid of 300 characters", new('A', 300)), ("a Chinese kid", "密钥"),
        ("a line feed after it", Kid + "\\n"), ("in hexadecimal", Convert.ToHexStringLower(StrictBase64Url.Decode(Kid)!)), ("the unused bits of its last character set", Kid[..^1] + (char)(Kid[^1] + 1)),
    ];

    // The kid is the signing key's own, so that the signature stands.
    private static string By(string claims, string keyName) => HostileToken.Api(claims, HostileToken.Header(MadeUpKeys.Of(keyName).Kid), keyName);

    private static PassStatement OfDay(int days) => HostileRegion.Demo.Statement with
    {
        NotBefore = HostileWorld.Now.AddDays(days),
        Expires = HostileWorld.Today.End.AddDays(days),
        AsOf = HostileWorld.Now.AddDays(days).AddMinutes(-20),
    };
}
