using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Storage;

/// <summary>A generation that is open for questions. Kept open as long as anybody asks it, however long ago it was replaced.</summary>
internal abstract class Snapshot(SnapshotName name, long rows)
{
    private int users = 1;
    private Action? closed;

    public SnapshotName Name { get; } = name;

    public long Rows { get; } = rows;

    /// <summary>What is said of a person, or null.</summary>
    public abstract ValueTask<SnapshotValue?> FindAsync(PersonKey person);

    /// <summary>Whether it may be asked: false when the last user has gone.</summary>
    public bool TryEnter()
    {
        var seen = Volatile.Read(ref users);
        while (seen > 0)
        {
            var before = Interlocked.CompareExchange(ref users, seen + 1, seen);
            if (before == seen) return true;
            seen = before;
        }

        return false;
    }

    /// <summary>Ends what <see cref="TryEnter"/> began.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref users) != 0) return;
        Close();
        closed?.Invoke();
    }

    /// <summary>Ends, once, the standing of the generation itself.</summary>
    /// <param name="afterwards">Runs when the last question has left it.</param>
    public void Retire(Action? afterwards = null)
    {
        closed = afterwards;
        Leave();
    }

    protected abstract void Close();
}
