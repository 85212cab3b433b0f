using System.Collections.Frozen;

namespace HealthBao.Contracts.Regions;

/// <summary>The divisions of Beijing, Tianjin and Hebei by GB/T 2260 (213 rows, as of 2026).</summary>
public static class RegionDirectory
{
    private static readonly FrozenDictionary<RegionCode, Region> ByCode = Read().ToFrozenDictionary(r => r.Code);

    /// <summary>All rows, ordered by code.</summary>
    public static IReadOnlyList<Region> All { get; } = [.. ByCode.Values.OrderBy(r => r.Code.Value, StringComparer.Ordinal)];

    /// <summary>The row of a code, or null where the table does not list it (codes change; historic ones stay on cards).</summary>
    public static Region? Find(RegionCode code) => ByCode.GetValueOrDefault(code);

    private static IEnumerable<Region> Read()
    {
        using var stream = typeof(RegionDirectory).Assembly.GetManifestResourceStream("gb2260-jjj.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split(',');
            yield return new(RegionCode.Parse(cells[0]), cells[1], cells[2], cells[3] is "" ? null : RegionCode.Parse(cells[3]));
        }
    }
}
