using System.Collections.Concurrent;
using System.Text;
using HealthBao.Contracts.Regions;

namespace HealthBao.HealthCode.Feeds;

/// <summary>The offices that the rows of one delivery name, each read once.</summary>
internal sealed class NamedOffices
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, (ushort Index, RowFaultKind? Fault)> seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (ushort Index, RowFaultKind? Fault)>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<AuthorityCode> offices = [default];

    public NamedOffices() => lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();

    public AuthorityCode this[ushort index]
    {
        get
        {
            lock (gate) return offices[index];
        }
    }

    /// <summary>Reads a cell that names the office that decided.</summary>
    /// <param name="cell">For example <c>110105001002/COMMUNITY</c>.</param>
    /// <param name="context">The delivery.</param>
    /// <param name="role">Which office may decide this, for example <c>CDC</c>.</param>
    /// <param name="index">Its place.</param>
    public RowFaultKind? Read(ReadOnlySpan<byte> cell, RowContext context, string role, out ushort index)
    {
        index = 0;
        if (cell.IsEmpty) return RowFaultKind.AuthorityMissing;
        if (cell.Length > AuthorityCode.MaxLength) return RowFaultKind.AuthorityFormat;
        Span<char> text = stackalloc char[cell.Length];
        Encoding.Latin1.GetChars(cell, text);
        if (!lookup.TryGetValue(text, out var known)) known = Add(text.ToString(), context, role);
        index = known.Index;
        return known.Fault;
    }

    private (ushort Index, RowFaultKind? Fault) Add(string text, RowContext context, string role)
    {
        lock (gate)
        {
            if (seen.TryGetValue(text, out var known)) return known;
            var fault = Judge(text, context, role, out var office);
            if (fault is null && offices.Count > ushort.MaxValue) return (0, RowFaultKind.AuthorityFormat);
            if (fault is null) offices.Add(office);
            // Faulty texts are kept only as long as there are few: a file of nothing else must not fill the memory.
            if (fault is not null && seen.Count > ushort.MaxValue) return (0, fault);
            return seen[text] = ((ushort)(fault is null ? offices.Count - 1 : 0), fault);
        }
    }

    private static RowFaultKind? Judge(string text, RowContext context, string role, out AuthorityCode office)
    {
        if (!AuthorityCode.TryParse(text, out office)) return RowFaultKind.AuthorityFormat;
        if (!office.IsOf(RegionCode.Parse(context.Region))) return RowFaultKind.AuthorityRegion;
        if (office.Office != role) return RowFaultKind.AuthorityOffice;
        return context.Office is { } deliverer && !office.Division.PadRight(12, '0').StartsWith(DivisionCell.ScopeOf(deliverer.Division), StringComparison.Ordinal)
            ? RowFaultKind.AuthorityScope : null;
    }
}
