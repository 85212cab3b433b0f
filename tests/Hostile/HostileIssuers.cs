using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 4: an issuer that is not in the trust list, letter for letter, or that is suspended.</summary>
internal static class HostileIssuers
{
    private static readonly string Issuer = HostileRegion.Demo.Issuer;

    private static readonly (string Name, string Issuer)[] Others =
    [
        ("an issuer nobody knows", "https://nobody.example"), ("a slash after it", Issuer + "/"), ("two slashes after it", Issuer + "//"), ("a port", Issuer + ":443"), ("a full stop after it", Issuer + "."),
        ("http", Issuer.Replace("https", "http", StringComparison.Ordinal)), ("HTTPS", Issuer.Replace("https", "HTTPS", StringComparison.Ordinal)), ("no scheme", Issuer["https://".Length..]), ("a capital letter", Issuer.Replace("demo", "Demo", StringComparison.Ordinal)),
        ("a subdomain", Issuer.Replace("demo", "a.demo", StringComparison.Ordinal)), ("a longer domain", Issuer + ".attacker.example"), ("user information", Issuer.Replace("//", "//beijing@", StringComparison.Ordinal)), ("a path", Issuer + "/a"),
        ("a query", Issuer + "?a"), ("a fragment", Issuer + "#a"), ("dot segments", Issuer + "/."), ("a space after it", Issuer + " "), ("a space before it", " " + Issuer), ("a tab after it", Issuer + "\\t"), ("a NUL after it", Issuer + "\\u0000"),
        ("a Cyrillic letter", Issuer.Replace("demo", "dеmo", StringComparison.Ordinal)), ("a full-width letter", Issuer.Replace("demo", "ｄemo", StringComparison.Ordinal)), ("an invisible character", Issuer.Replace("demo", "de\u200Bmo", StringComparison.Ordinal)),
        ("a percent-encoded letter", Issuer.Replace("demo", "%64emo", StringComparison.Ordinal)), ("a right-to-left mark", Issuer + "\u200F"), ("the region's code", HostileRegion.Demo.Code), ("its name", HostileRegion.Demo.System),
        ("the hub", "https://hub.healthbao.example"), ("its status list", Issuer + "/status/"), ("nothing", ""), ("a star", "*"), ("null as a text", "null"), ("a made-up region that has not joined", "https://demo990009.healthbao.example"),
        ("the beginning of it", Issuer[..^1]), ("both issuers", Issuer + "," + HostileRegion.Beijing.Issuer),
    ];

    public static IEnumerable<HostileFamily> All() =>
    [
        HostileFamily.Of("issuer", PassRejection.IssuerNotTrusted, [HostileToken.Good, HostileToken.Api(HostileToken.Claims.Replace(Issuer, Issuer.Replace("/", "\\/", StringComparison.Ordinal), StringComparison.Ordinal))],
            Others.Select(o => (o.Name, HostileToken.Api(HostileToken.Claims.Replace(Issuer, o.Issuer, StringComparison.Ordinal))))),
        HostileFamily.Of("issuer suspended", PassRejection.IssuerSuspended, [HostileToken.Good], Suspended()),
    ];

    private static IEnumerable<(string, string)> Suspended()
    {
        var region = HostileRegion.Suspended;
        var statement = region.Statement;
        return
        [
            ("its own pass", HostileToken.Of(region, statement)),
            ("its own card", HostileToken.Card(HostileToken.ClaimsOf(statement), HostileToken.CardHeader.Replace(HostileToken.Kid, region.KeyOf(statement.Day).Kid, StringComparison.Ordinal), region.KeyName(statement.Day))),
            ("another region's key under its name", HostileToken.Api(HostileToken.ClaimsOf(statement))),
            ("a signature by nobody", HostileToken.Api(HostileToken.ClaimsOf(statement), HostileToken.Header(region.KeyOf(statement.Day).Kid), "nobody's")),
        ];
    }
}
