using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 6: numbers that are none of the profile's whole numbers, and numbers that disagree with what stands beside them.</summary>
internal static class HostileNumbers
{
    private static readonly (string Name, string Number)[] Anywhere =
    [
        ("negative", "-1"), ("minus zero", "-0"), ("2^31", "2147483648"), ("2^32", "4294967296"), ("2^53 and 1", "9007199254740993"), ("2^63 - 1", "9223372036854775807"), ("2^63", "9223372036854775808"), ("2^64 and 1", "18446744073709551617"),
        ("-2^63", "-9223372036854775808"), ("40 digits", new('9', 40)), ("an exponent beyond any number", "1e400"), ("an exponent far below", "1e-400"), ("a small exponent", "1e3"), ("an exponent of zero", "1E0"), ("false", "false"), ("a list", "[1]"), ("milliseconds", "1772326800000"),
        ("the end of the year 9999", "253402300799"), ("after the year 9999", "253402300800"), ("one", "1"),
    ];

    public static IEnumerable<HostileFamily> All() =>
    [
        HostileFamily.Of("nbf", PassRejection.NotConformant, [HostileToken.Good], Numbers("\"nbf\":", "1772326800", [("one second earlier than it says elsewhere", "1772326799"), ("one second later than it says elsewhere", "1772326801"), ("after exp", "1772380801"), ("the same as exp", "1772380800")])),
        HostileFamily.Of("exp", PassRejection.NotConformant, [HostileToken.Good, HostileToken.Api(HostileToken.With("1772380800", "1772380799").Replace("2026-03-02T00:00:00", "2026-03-01T23:59:59", StringComparison.Ordinal))],
            Numbers("\"exp\":", "1772380800", [("one second earlier than it says elsewhere", "1772380799"), ("one second after 24:00", "1772380801"), ("before nbf", "1772326799"), ("the same as nbf", "1772326800")])
                .Append(("one second after 24:00, said everywhere", HostileToken.Api(HostileToken.With("1772380800", "1772380801").Replace("2026-03-02T00:00:00", "2026-03-02T00:00:01", StringComparison.Ordinal))))
                .Append(("a day after 24:00, said everywhere", HostileToken.Api(HostileToken.With("1772380800", "1772467200").Replace("2026-03-02T00", "2026-03-03T00", StringComparison.Ordinal))))
                .Append(("exp before nbf, said everywhere", HostileToken.Api(HostileToken.With("1772380800", "1772326799").Replace("2026-03-02T00:00:00", "2026-03-01T08:59:59", StringComparison.Ordinal))))),
        HostileFamily.Of("idx", PassRejection.NotConformant, [HostileToken.Good, HostileToken.Api(Index("0", "0")), HostileToken.Api(Index("65535", "65535"))], Numbers("\"idx\":", "40111", [("another than rid says", "40112")]).Concat(Indexes())),
    ];

    private static IEnumerable<(string, string)> Numbers(string name, string sound, (string Name, string Number)[] more)
    {
        (string Name, string Number)[] all =
        [
            .. Anywhere, .. more, ("with a fraction of zero", sound + ".0"), ("with a fraction", sound + ".5"), ("with an exponent of zero", sound + "e0"), ("as a text", $"\"{sound}\""), ("negated", "-" + sound),
        ];
        return all.Select(n => (n.Name, HostileToken.Api(HostileToken.With(name + sound, name + n.Number))));
    }

    // Here rid says the same as idx, so that nothing but the number's writing is wrong.
    private static IEnumerable<(string, string)> Indexes() =>
    [
        ("minus zero, and rid says 0", HostileToken.Api(Index("-0", "0"))), ("minus zero, and rid says -0", HostileToken.Api(Index("-0", "-0"))), ("negative, and rid says so", HostileToken.Api(Index("-1", "-1"))), ("1e3, and rid says 1000", HostileToken.Api(Index("1e3", "1000"))),
        ("1e3, and rid says so", HostileToken.Api(Index("1e3", "1e3"))), ("1000.0, and rid says 1000", HostileToken.Api(Index("1000.0", "1000"))), ("2^31, and rid says so", HostileToken.Api(Index("2147483648", "2147483648"))), ("2^32 and a sound one, and rid says the sound one", HostileToken.Api(Index("4295007407", "40111"))),
        ("2^32, and rid says 0", HostileToken.Api(Index("4294967296", "0"))), ("2^64, and rid says 0", HostileToken.Api(Index("18446744073709551616", "0"))),
    ];

    private static string Index(string idx, string rid) => HostileToken.With("\"idx\":40111", $"\"idx\":{idx}").Replace("20260301-40111", $"20260301-{rid}", StringComparison.Ordinal);
}
