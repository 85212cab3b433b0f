using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>Rows in the order of their keys; those of one person in the order of their lines.</summary>
internal sealed class SortedRows
{
    private readonly byte[] rows;
    private readonly int rowSize;
    private readonly int[] order;

    public SortedRows(byte[] rows, int rowSize)
    {
        (this.rows, this.rowSize) = (rows, rowSize);
        Count = rows.Length / rowSize;
        order = new int[Count];
        var prefixes = new ulong[Count];
        for (var i = 0; i < Count; i++) (order[i], prefixes[i]) = (i, SpooledRow.PrefixOf(rows.AsSpan(i * rowSize)));
        Array.Sort(prefixes, order);
        SortTies(prefixes);
    }

    public int Count { get; }

    public ReadOnlySpan<byte> this[int index] => rows.AsSpan(order[index] * rowSize, rowSize);

    private void SortTies(ulong[] prefixes)
    {
        for (var start = 0; start < Count;)
        {
            var end = start + 1;
            while (end < Count && prefixes[end] == prefixes[start]) end++;
            if (end - start > 1) order.AsSpan(start, end - start).Sort(Compare);
            start = end;
        }
    }

    private int Compare(int one, int other)
    {
        ReadOnlySpan<byte> a = rows.AsSpan(one * rowSize, rowSize), b = rows.AsSpan(other * rowSize, rowSize);
        var keys = SpooledRow.KeyOf(a).SequenceCompareTo(SpooledRow.KeyOf(b));
        return keys != 0 ? keys : SnapshotValue.Read(SpooledRow.ValueOf(a)).Row.CompareTo(SnapshotValue.Read(SpooledRow.ValueOf(b)).Row);
    }
}
