using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;

namespace HealthBao.Sandbox.People;

/// <summary>What a source's made-up citizens have in common.</summary>
/// <param name="Name">The system, for example <c>xingtai</c>.</param>
/// <param name="Region">The region that answers for it.</param>
/// <param name="CodePrefix">What the content of its own QR begins with; null where it makes none.</param>
/// <param name="Counties">Where its people's numbers begin.</param>
/// <param name="Greens">Native codes of most people.</param>
/// <param name="Others">The other native codes, with what follows from them.</param>
internal sealed record MadeUpSource(
    string Name,
    string Region,
    string? CodePrefix,
    IReadOnlyList<string> Counties,
    IReadOnlyList<string> Greens,
    IReadOnlyList<(string Native, HealthStatus Expected)> Others)
{
    public static IReadOnlyList<MadeUpSource> All { get; } =
    [
        new("beijing", "110000", "BJJKB:", CountiesUnder("110000"), ["0", "30"],
            [("1", HealthStatus.HomeObservation), ("2", HealthStatus.CentralObservation), ("-3", HealthStatus.CannotConfirm), ("11", HealthStatus.CannotConfirm)]),
        new("tianjin", "120000", "TJJKM:", CountiesUnder("120000"), ["green"],
            [("orange", HealthStatus.HomeObservation), ("red", HealthStatus.CentralObservation), ("init", HealthStatus.CannotConfirm)]),
        new("hebei", "130000", "HBJKM:", CountiesOfHebeiItself(), ["00"],
            [("01", HealthStatus.HomeObservation), ("10", HealthStatus.CentralObservation), ("20", HealthStatus.CannotConfirm)]),
        new("xingtai", "130000", null, CountiesUnder("130500"), ["1"],
            [("2", HealthStatus.HomeObservation), ("3", HealthStatus.CentralObservation)]),
        new("baoding", "130000", null, CountiesUnder("130600"), ["绿码"],
            [("黄码", HealthStatus.HomeObservation), ("红码", HealthStatus.CentralObservation)]),
    ];

    // The counties of the two cities with a system of their own are left to those.
    private static List<string> CountiesOfHebeiItself() =>
        CountyCodes(c => c.Code.Province.Value == "130000" && c.Parent?.Value is not ("130500" or "130600"));

    private static List<string> CountiesUnder(string parent) => CountyCodes(c => c.Parent?.Value == parent);

    private static List<string> CountyCodes(Func<Contracts.Regions.Region, bool> wanted) =>
        [.. RegionDirectory.All.Where(r => r.Level == "county" && wanted(r)).Select(r => r.Code.Value)];
}
