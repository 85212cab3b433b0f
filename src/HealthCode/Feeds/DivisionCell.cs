using System.Collections.Frozen;
using HealthBao.Contracts.Regions;

namespace HealthBao.HealthCode.Feeds;

/// <summary>
/// A division: 6 digits (GB/T 2260), 9 for a street or 12 for a residents' committee (GB/T 10114). The first six must be of the table;
/// what lies below changes too often to be asked.
/// </summary>
internal static class DivisionCell
{
    private const int Digits = 12;
    private static readonly FrozenSet<int> Known = RegionDirectory.All.Select(r => int.Parse(r.Code.Value, System.Globalization.CultureInfo.InvariantCulture)).ToFrozenSet();

    /// <summary>A division as a number of 12 digits, shorter ones padded with zeros.</summary>
    public static RowFaultKind? Read(ReadOnlySpan<byte> cell, string region, out long division)
    {
        division = 0;
        if (cell.IsEmpty) return RowFaultKind.DivisionMissing;
        if (cell.Length is not (6 or 9 or 12)) return RowFaultKind.DivisionFormat;
        foreach (var c in cell)
        {
            if (c is < (byte)'0' or > (byte)'9') return RowFaultKind.DivisionFormat;
            division = (division * 10) + (c - '0');
        }

        for (var i = cell.Length; i < Digits; i++) division *= 10;
        if (cell[0] != region[0] || cell[1] != region[1]) return RowFaultKind.DivisionRegion;
        return Known.Contains((int)(division / 1_000_000)) ? null : RowFaultKind.DivisionUnknown;
    }

    /// <summary>The digits without the zeros that only pad: 110105001002, 110105001, 110105, 11.</summary>
    public static string ScopeOf(string division)
    {
        var scope = division.PadRight(Digits, '0');
        if (!scope.EndsWith("000", StringComparison.Ordinal)) return scope;
        if (!scope[..9].EndsWith("000", StringComparison.Ordinal)) return scope[..9];
        scope = scope[..6];
        return scope.EndsWith("0000", StringComparison.Ordinal) ? scope[..2] : scope.EndsWith("00", StringComparison.Ordinal) ? scope[..4] : scope;
    }

    /// <summary>The lowest and highest number of 12 digits inside a division.</summary>
    public static (long First, long Last) RangeOf(string division)
    {
        var scope = ScopeOf(division);
        return (Parse(scope.PadRight(Digits, '0')), Parse(scope.PadRight(Digits, '9')));
    }

    public static string Format(long division) => division.ToString("000000000000", System.Globalization.CultureInfo.InvariantCulture);

    private static long Parse(string digits) => long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
