using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>Loads sorted rows into a generation, one row a person, and the rows of a list beside it into the table <c>listed</c>.</summary>
internal sealed class GenerationLoad(IStorage storage, LastingStore lasting, Feed feed, NamedOffices offices, FaultList faults, ImportProgress progress)
{
    private const int Batch = 5_000;
    private const int ProgressEvery = 16_384;
    private static readonly string[] Columns = ["generation", "person", "name", "state", "since", "until", "authority", "reason", "line"];

    private readonly byte[] key = new byte[PersonKey.Size];
    private readonly byte[] personBefore = new byte[PersonKey.Size];
    private readonly byte[] value = new byte[SnapshotValue.Size];
    private readonly List<object?[]> waiting = [];
    private SnapshotValue current;
    private bool isFilled;

    /// <summary>The people of whom the generation says something.</summary>
    public long People { get; private set; }

    public async Task LoadAsync(RowSpool spool, SnapshotName name, CancellationToken cancellation)
    {
        using var load = storage.Load(name);
        foreach (var rows in spool.Sorted())
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < rows.Count; i++) Take(load, rows[i], name.Generation);
            if (waiting.Count >= Batch) await WriteListedAsync();
        }

        Put(load, name.Generation);
        await WriteListedAsync();
        load.Complete();
    }

    private void Take(ISnapshotLoad load, ReadOnlySpan<byte> row, long generation)
    {
        var next = SnapshotValue.Read(SpooledRow.ValueOf(row));
        if (isFilled && SpooledRow.KeyOf(row).SequenceEqual(key))
        {
            if (feed.Merge(ref current, next) is { } fault) faults.Add(new(next.Row, 3, FeedColumn.Number.Heading, fault));
            return;
        }

        Put(load, generation);
        SpooledRow.KeyOf(row).CopyTo(key);
        SpooledRow.LastingOf(row).Write(personBefore);
        (current, isFilled) = (next, true);
    }

    private void Put(ISnapshotLoad load, long generation)
    {
        if (!isFilled) return;
        current.Write(value);
        load.Add(key, value);
        if (++People % ProgressEvery == 0) progress.SawLoaded(People);
        if (feed.IsList) waiting.Add([generation, personBefore.ToArray(), (long)current.Name, (int)current.State, (long)current.At, (long)current.Until,
            offices[(ushort)current.Division].Value, ReasonCell.At(current.Reason).Code, (long)current.Row]);
    }

    private async Task WriteListedAsync()
    {
        if (waiting.Count == 0) return;
        await lasting.FillAsync("listed", Columns, waiting);
        waiting.Clear();
    }
}
