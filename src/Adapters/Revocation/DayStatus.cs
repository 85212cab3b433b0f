using HealthBao.Contracts.Revocation;

namespace HealthBao.Adapters.Revocation;

/// <summary>
/// The states of one day's passes in memory, the changes of late, and a call that there is news. The list shows the block in use and the
/// one after it, so that a fresh pass never lies outside what a verifier holds. Nothing here waits for a listener.
/// </summary>
internal sealed class DayStatus
{
    private readonly Lock gate = new();
    private readonly Queue<StatusChange> recent = new();
    private readonly int block;
    private int recentPlaces;
    private StatusList list;
    private long version;
    private bool untold;
    private bool closed;
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DayStatus(int block, long version, IEnumerable<(int Index, PassState State)> marked, long counted)
    {
        (this.block, this.version) = (block, version);
        list = StatusList.Empty.With(PlacesFor(counted), marked.GroupBy(m => m.State, m => m.Index).Select(m => new ChangedPlaces(m.Key, [.. m])));
    }

    /// <summary>The list and its version, at one moment.</summary>
    public (StatusList List, long Version) Snapshot()
    {
        lock (gate) return (list, version);
    }

    /// <summary>Ends at the next news; to be taken before what it is news of.</summary>
    public Task News
    {
        get
        {
            lock (gate) return news.Task;
        }
    }

    public bool IsClosed
    {
        get
        {
            lock (gate) return closed;
        }
    }

    /// <summary>Takes over a committed change; the news of it is told by <see cref="Tell"/>, once for all that was committed together.</summary>
    public void Apply(StatusChange? change)
    {
        if (change is null) return;
        lock (gate)
        {
            list = list.With(list.Count, new ChangedPlaces(change.State, change.Indexes));
            (version, untold) = (change.Version, true);
            recent.Enqueue(change);
            recentPlaces += change.Indexes.Count;
            while (recentPlaces > StatusListDelta.MaxChanges) recentPlaces -= recent.Dequeue().Indexes.Count;
        }
    }

    /// <summary>Lets the list reach as far as so many passes need, and tells it at once.</summary>
    public void Reach(long counted)
    {
        lock (gate)
        {
            if (PlacesFor(counted) is var places && places <= list.Count) return;
            list = list.With(places);
            untold = true;
        }

        Tell();
    }

    /// <summary>Tells the listeners that there is news, if there is.</summary>
    public void Tell()
    {
        lock (gate)
        {
            if (!untold) return;
            untold = false;
            news.SetResult();
            news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>What happened since a version. Where that is too long ago to be told, a step from the version now to itself: the listener sees the gap.</summary>
    public StatusStep Since(long before)
    {
        lock (gate)
        {
            return before < version && recent.TryPeek(out var first) && first.Version <= before + 1
                ? new(before, version, list.Count, [.. recent.Where(c => c.Version > before)])
                : new(version, version, list.Count, []);
        }
    }

    /// <summary>The day is over: listeners end.</summary>
    public void Close()
    {
        lock (gate) closed = untold = true;
        Tell();
    }

    private int PlacesFor(long counted) => checked((int)((counted / block) + 2) * block);
}
