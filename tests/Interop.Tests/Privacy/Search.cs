using System.Collections.Concurrent;
using System.Text;
using HealthBao.Seeds;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>What of the sought stands where.</summary>
internal sealed class Search(IEnumerable<string> texts)
{
    private readonly Sought sought = new(texts);

    public ConcurrentDictionary<string, int> Found { get; } = new();

    public int Longest => sought.Longest;

    public void In(string where, string text) => In(where, Encoding.UTF8.GetBytes(text));

    public void In(string where, ReadOnlySpan<byte> bytes) => sought.FindIn(bytes, what => Found.AddOrUpdate($"{where}: {what}", 1, (_, times) => times + 1));

    public bool IsIn(string where) => Found.Keys.Any(f => f.StartsWith(where + ": ", StringComparison.Ordinal));

    public override string ToString() => $"{Found.Count} finds:\n" + string.Join('\n', Found.Select(f => $"{f.Key} × {f.Value}").Order(StringComparer.Ordinal).Take(80));
}
