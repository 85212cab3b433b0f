using System.Collections.Immutable;
using System.Threading.Channels;
using HealthBao.Contracts.Revocation;

namespace HealthBao.Adapters.Revocation;

/// <summary>
/// The states of one day's passes in memory. The list shows the block in use and the one after it, so that a fresh pass never lies outside
/// a list that a verifier fetched a minute ago.
/// </summary>
internal sealed class DayStatus
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, PassState> revoked;
    private readonly int block;
    private readonly Func<long> counted;
    private ImmutableList<Channel<StatusChange>> listeners = [];
    private long version;
    private bool closed;

    public DayStatus(int block, long version, IEnumerable<(int Index, PassState State)> revoked, Func<long> counted)
    {
        (this.block, this.version, this.counted) = (block, version, counted);
        this.revoked = revoked.ToDictionary(r => r.Index, r => r.State);
    }

    /// <summary>How many places the list shows.</summary>
    public int Places => checked((int)((counted() / block) + 2) * block);

    /// <summary>One more with every change; outlives a restart.</summary>
    public long Version
    {
        get
        {
            lock (gate) return version;
        }
    }

    /// <summary>The list and its version, at one moment.</summary>
    public (StatusList List, long Version) Snapshot()
    {
        lock (gate)
        {
            var bits = new byte[(Places + 3) / 4];
            foreach (var (index, state) in revoked) bits[index >> 2] |= (byte)((int)state << ((index & 3) * 2));
            return (new(bits), version);
        }
    }

    /// <summary>The places of all passes that no longer stand, in order.</summary>
    public (int[] Indexes, long Version) Revoked()
    {
        lock (gate) return ([.. revoked.Keys.Order()], version);
    }

    /// <summary>Takes over a committed change and tells the listeners.</summary>
    public void Apply(StatusChange? change)
    {
        if (change is null) return;
        lock (gate)
        {
            foreach (var index in change.Indexes) revoked[index] = change.State;
            version = change.Version;
            foreach (var listener in listeners) listener.Writer.TryWrite(change);
        }
    }

    /// <summary>Listens from the version given back on, without a gap.</summary>
    public (Channel<StatusChange> Listener, long Version) Listen()
    {
        var listener = Channel.CreateUnbounded<StatusChange>();
        lock (gate)
        {
            if (closed) listener.Writer.TryComplete();
            listeners = listeners.Add(listener);
            return (listener, version);
        }
    }

    public void Leave(Channel<StatusChange> listener)
    {
        lock (gate) listeners = listeners.Remove(listener);
    }

    /// <summary>The day is over: listeners end.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            foreach (var listener in listeners) listener.Writer.TryComplete();
        }
    }
}
