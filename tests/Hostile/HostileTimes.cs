using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 7: sound and signed, and not valid now.</summary>
internal static class HostileTimes
{
    public static IEnumerable<HostileFamily> All() =>
    [
        new("early", [Of(0, 3600), Of(60, 3600), Of(59, 3600)], Early().Select(t => new HostilePass(t.Name, t.Token, PassRejection.NotYetValid))),
        new("late", [Of(-3600, 1), Of(-32_400, 1)], Late().Select(t => new HostilePass(t.Name, t.Token, PassRejection.Expired))),
    ];

    private static IEnumerable<(string Name, string Token)> Early() =>
    [
        ("61 seconds early", Of(61, 3600)), ("62 seconds early", Of(62, 3600)), ("an hour early", Of(3600, 7200)), ("the last second of the day", Of(53_999, 54_000)), ("valid for one second, later today", Of(7200, 7201)),
        ("tomorrow's pass by tomorrow's key", Of(54_000, 140_400)), ("tomorrow's noon by tomorrow's key", Of(97_200, 140_400)),
    ];

    private static IEnumerable<(string Name, string Token)> Late() =>
    [
        ("at its very end", Of(-3600, 0)), ("a second after its end", Of(-3600, -1)), ("an hour after its end", Of(-7200, -3600)), ("valid for one second, now over", Of(-1, 0)), ("since midnight", Of(-32_400, -32_399)),
        ("yesterday's pass by yesterday's key", Of(-86_400, -32_400)), ("the last second of yesterday", Of(-32_401, -32_400)), ("the first second of yesterday", Of(-118_800, -118_799)),
    ];

    // Seconds from now.
    private static string Of(int notBefore, int expires) => HostileToken.Of(HostileRegion.Demo, HostileRegion.Demo.Statement with
    {
        NotBefore = HostileWorld.Now.AddSeconds(notBefore),
        Expires = HostileWorld.Now.AddSeconds(expires),
        AsOf = HostileWorld.Now.AddSeconds(notBefore),
    });
}
