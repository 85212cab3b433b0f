using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Determination.Observations;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds;

/// <summary>
/// What is in force, in memory: an immutable list, replaced whole, so that a question sees one state of things from its beginning to its end.
/// </summary>
internal sealed class FeedsInForce : IDisposable
{
    private readonly IStorage storage;
    private readonly LastingStore lasting;
    private readonly Lock gate = new();
    private volatile IReadOnlyList<FeedInForce> all;

    public FeedsInForce(IStorage storage, LastingStore lasting, TimeProvider clock)
    {
        (this.storage, this.lasting) = (storage, lasting);
        var today = ShanghaiDay.At(clock.GetUtcNow());
        all = [.. lasting.Read(FeedTable.All).Where(p => !Ended(p.Feed, p.Day, today)).Select(p =>
            new FeedInForce(p.Feed, p.Day, p.Generation, p.File, p.People, p.At, storage.Open(NameOf(p.Feed, p.Generation, p.Day))))];
        Sweep();
    }

    public IReadOnlyList<FeedInForce> All => all;

    /// <summary>A file's generation of a list ends with its day; the others last until the next.</summary>
    public static SnapshotName NameOf(string feed, long generation, ShanghaiDay day) => new(feed, generation, Feed.Find(feed) is { IsList: true } ? day : null);

    /// <summary>The latest file of a feed that is not of a day to come, or null.</summary>
    public FeedInForce? Of(string feed, ShanghaiDay today)
    {
        FeedInForce? latest = null;
        foreach (var one in all)
            if (one.Feed == feed && one.Day.CompareTo(today) <= 0 && (latest is null || one.Day.CompareTo(latest.Day) > 0))
                latest = one;

        return latest;
    }

    /// <summary>What the file in force says of a person, and which file that is.</summary>
    public async ValueTask<(FeedInForce? File, SnapshotValue? Row)> FindAsync(string feed, ShanghaiDay today, PersonKey person)
    {
        while (Of(feed, today) is { } file)
        {
            // Closed between the two looks: it was replaced, and the next look finds what replaced it.
            if (!file.Snapshot.TryEnter()) continue;
            try
            {
                return (file, await file.Snapshot.FindAsync(person));
            }
            finally
            {
                file.Snapshot.Leave();
            }
        }

        return default;
    }

    /// <summary>Puts a generation in force. What it replaces is closed when the last question has left it, and dropped.</summary>
    public void Switch(FeedInForce next)
    {
        List<FeedInForce> replaced;
        lock (gate)
        {
            // A file of today replaces that of today, or the one before; a file of tomorrow waits beside today's.
            replaced = [.. all.Where(o => o.Feed == next.Feed && o.Day.CompareTo(next.Day) == 0)];
            all = [.. all.Except(replaced), next];
        }

        foreach (var old in replaced) Drop(old);
    }

    /// <summary>Drops what a day's turn has made superfluous: lists of days that are over, and files that a later one has replaced.</summary>
    public async Task TurnAsync(ShanghaiDay today)
    {
        List<FeedInForce> over;
        lock (gate)
        {
            over = [.. all.Where(o => Ended(o.Feed, o.Day, today) || (Of(o.Feed, today) is { } latest && latest.Day.CompareTo(o.Day) > 0))];
            if (over.Count == 0) return;
            all = [.. all.Except(over)];
        }

        foreach (var old in over)
        {
            await lasting.WriteAsync(c =>
            {
                FeedTable.Forget(c, old);
                return 0;
            });
            Drop(old);
        }
    }

    public void Dispose()
    {
        foreach (var one in all) one.Snapshot.Retire();
    }

    private static bool Ended(string feed, ShanghaiDay day, ShanghaiDay today) => Feed.Find(feed) is not { } known || (known.IsList && day.CompareTo(today) < 0);

    private void Drop(FeedInForce old) => old.Snapshot.Retire(() => storage.Drop(old.Snapshot.Name));

    // What a process that was killed was about to build is in force for nobody.
    private void Sweep()
    {
        lasting.WriteAsync(c => EntryTable.Sweep(c)).GetAwaiter().GetResult();
        var known = all.Select(o => o.Snapshot.Name).ToHashSet();
        foreach (var name in storage.Snapshots())
            if (!known.Contains(name))
                storage.Drop(name);
    }
}
