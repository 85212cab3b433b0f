using HealthBao.Seeds;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>What stands where of what must not, and of what must, in one look: that the one is found shows that the other would be.</summary>
internal sealed class Search(IEnumerable<string> forbidden, IReadOnlyCollection<string> present)
{
    private readonly Sought sought = new([.. forbidden, .. present]);
    private readonly Dictionary<string, int> found = new(StringComparer.Ordinal);

    public int Longest => sought.Longest;

    /// <summary>What must stand nowhere and was found.</summary>
    public IReadOnlyList<string> Forbidden => [.. found.Where(f => !present.Any(p => f.Key.Contains($": {p} (", StringComparison.Ordinal))).Select(f => $"{f.Key} × {f.Value}").Order(StringComparer.Ordinal)];

    public void In(string where, ReadOnlySpan<byte> bytes) => sought.FindIn(bytes, what => found[$"{where}: {what}"] = found.GetValueOrDefault($"{where}: {what}") + 1);

    /// <summary>Whether a text was found at a place, in any of the forms, or in this one.</summary>
    public bool Has(string where, string text, string form) => found.Keys.Any(f => f.StartsWith($"{where}: {text} (", StringComparison.Ordinal) && f.Contains(form, StringComparison.Ordinal));

    public override string ToString() => string.Join('\n', found.Keys.Order(StringComparer.Ordinal));
}
