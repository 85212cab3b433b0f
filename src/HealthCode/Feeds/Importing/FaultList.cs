using System.Collections.Concurrent;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>The faults of one delivery: all counted by kind, the first of them named one by one.</summary>
internal sealed class FaultList(int most)
{
    private readonly ConcurrentDictionary<RowFaultKind, long> kinds = new();
    private readonly ConcurrentBag<RowFault> named = [];
    private long count;

    public long Count => Interlocked.Read(ref count);

    public void Add(RowFault fault)
    {
        kinds.AddOrUpdate(fault.Kind, 1, (_, seen) => seen + 1);
        if (Interlocked.Increment(ref count) <= most) named.Add(fault);
    }

    public IReadOnlyList<RowFault> Named() => [.. named.OrderBy(f => f.Line).ThenBy(f => f.Column)];

    public IReadOnlyDictionary<string, long> ByKind() => kinds.OrderBy(k => k.Key.Code, StringComparer.Ordinal).ToDictionary(k => k.Key.Code, k => k.Value);
}
