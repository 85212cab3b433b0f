namespace HealthBao.Hostile;

/// <summary>All of them, named <c>family/defect</c>. Made anew in every run and the same in every run: keys by name, nonces by what is signed.</summary>
internal static class HostilePasses
{
    public static IReadOnlyList<HostileFamily> Families { get; } =
    [
        .. HostileSizes.All(), .. HostileParts.All(), .. HostileJson.All(), .. HostileUtf8.All(), .. HostileDeflate.All(), .. HostileHeaders.All(),
        .. HostileAlgorithms.All(), .. HostileIssuers.All(), .. HostileKeys.All(), .. HostileSignatures.All(), .. HostileMembers.All(),
        .. HostileNumbers.All(), .. HostileFacts.All(), .. HostilePeople.All(), .. HostileTimes.All(), .. HostileStates.All(), .. HostileTexts.All(),
    ];

    public static IReadOnlyDictionary<string, HostilePass> ByName { get; } =
        Families.SelectMany(f => f.Passes.Select(p => KeyValuePair.Create($"{f.Name}/{p.Name}", p))).ToDictionary();
}
