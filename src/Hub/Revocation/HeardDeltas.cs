using HealthBao.Contracts.Revocation;

namespace HealthBao.Hub.Revocation;

/// <summary>
/// A region's deltas as this node hears them: applied at once where they continue the list held, else kept until a list comes that they
/// continue, so that nothing is lost between a list and a stream.
/// </summary>
internal sealed class HeardDeltas(StatusListHolder holder)
{
    private const int MaxWaiting = 4096;
    private const int MaxWaitingPlaces = 16 * StatusListDelta.MaxChanges;

    private readonly Lock gate = new();
    private readonly Queue<StatusListDelta> waiting = new();
    private int waitingPlaces;
    private bool missing;

    /// <summary>Whether the list must be fetched whole.</summary>
    public bool IsMissing
    {
        get
        {
            lock (gate) return missing;
        }
    }

    /// <summary>Takes a delta whose signature was checked.</summary>
    /// <returns><see langword="false"/> when the list must be fetched before it counts.</returns>
    public bool Hear(StatusListDelta delta)
    {
        lock (gate)
        {
            if (waiting.Count == 0 && holder.Apply(delta) != DeltaFit.Gap) return true;
            var places = delta.Changes.Sum(c => c.Indexes.Count);
            if (waiting.Count == MaxWaiting || waitingPlaces + places > MaxWaitingPlaces) Drop();
            waiting.Enqueue(delta);
            waitingPlaces += places;
            missing = true;
            return false;
        }
    }

    /// <summary>Takes a list that was fetched whole, and then what was heard since.</summary>
    /// <returns><see langword="false"/> when the list is older than that, with a gap in between.</returns>
    public bool Take(HeldStatusList list)
    {
        lock (gate)
        {
            holder.Take(list);
            while (waiting.TryPeek(out var delta) && holder.Apply(delta) != DeltaFit.Gap) waitingPlaces -= waiting.Dequeue().Changes.Sum(c => c.Indexes.Count);
            return !(missing = waiting.Count > 0);
        }
    }

    /// <summary>A stream begins: what it tells need not continue what was heard before.</summary>
    public void Begin()
    {
        lock (gate) Drop();
    }

    /// <summary>The stream is lost: nobody knows what it would have told.</summary>
    public void Lose()
    {
        lock (gate) missing = true;
    }

    private void Drop()
    {
        waiting.Clear();
        waitingPlaces = 0;
    }
}
