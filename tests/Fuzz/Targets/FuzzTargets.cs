using System.Text;
using HealthBao.Contracts.Pass;
using HealthBao.Hostile;

namespace HealthBao.Fuzz.Targets;

/// <summary>The readers of Contracts, by name. Those behind a signature are given what the known key signs on the way, or nothing would get past it.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyDictionary<string, FuzzTarget> All { get; } = new Dictionary<string, FuzzTarget>(StringComparer.Ordinal)
    {
        ["pass"] = new(PassTargets.Token, Tokens),
        ["claims"] = new(PassTargets.Claims, () => Texts(HostileToken.Claims, "{ \"nbf\" :1772326800}", HostileToken.With("\"green\"", "\"gr\\u0065en\"")).Concat(Texts(Forms()))),
        ["card"] = new(PassTargets.Card, () => [("whole", HostileToken.Deflate(HostileToken.Claims)), ("empty", [3, 0]), ("stored", [1, 2, 0, 0xFD, 0xFF, (byte)'{', (byte)'}'])]),
        ["json"] = new(JsonTargets.Strict, () => Texts(HostileToken.Claims, HostileToken.ApiHeader, "{\"a\":[{\"b\":null,\"\\u0062\":-1.5e+3},true,\"\\ud842\\udfb7𠮷\"]}", "{\"a\":1,\"\\u0061\":2}")),
        ["request"] = new(JsonTargets.Request, () => Texts(
            """{"pass":"eyJ.a.b","destination":"120000","scene":"other","holder":{"documentType":"resident-id","documentNumber":"11010519491231002X"}}""",
            """{"name":"欧阳三","documentType":"passport","documentNumber":"ｅ12345678","destination":"120000","scene":"hotel"}""")),
        ["shc"] = new(TextTargets.Shc, () => Texts(ShcText.Encode(HostileToken.GoodCard), "shc:/", "shc:/1/2/5676")),
        ["trust-list"] = new(TrustTargets.TrustList, () => [("list", TrustTargets.ClaimsOfList())]),
        ["status-list"] = new(TrustTargets.StatusList, () => [("list", TrustTargets.ClaimsOfStatusList())]),
        ["key-statement"] = new(TrustTargets.KeyStatement, () => [("statement", TrustTargets.ClaimsOfStatement())]),
    };

    // One of each kind of hostile pass that tells nothing, beside the good ones.
    private static IEnumerable<(string, byte[])> Tokens() =>
        Texts([HostileToken.Good, HostileToken.GoodCard, HostileSignatures.Malleable, .. HostilePasses.Families.Select(f => f.Passes.First()).Where(p => p.Rejection <= PassRejection.NotConformant && p.Text.Length <= 1600).Select(p => p.Text)]);

    private static string[] Forms() =>
    [
        HostileToken.ClaimsOf(HostileRegion.Demo.Statement with { Person = HostileRegion.Demo.Statement.Person with { Name = new("欧阳", "") } }),
        HostileToken.ClaimsOf(HostileRegion.Beijing.Statement with { StatusIndex = 0, Authority = null }),
    ];

    private static IEnumerable<(string, byte[])> Texts(params string[] texts) => texts.Select((t, i) => ($"{i:d2}-{t.Length}", Encoding.UTF8.GetBytes(t)));
}
