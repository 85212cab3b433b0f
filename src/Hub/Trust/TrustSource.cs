using HealthBao.Contracts.Trust;
using Microsoft.EntityFrameworkCore;

namespace HealthBao.Hub.Trust;

/// <summary>
/// Holds the current <see cref="TrustState"/> and makes a new one whenever the register's revision grows, on this node or another, and at least
/// every hour. Before a list is published the hub reads it as any reader would: what a damaged register lost stays as it was last known until that
/// list ends, and a list no reader would take is not published at all.
/// </summary>
public sealed class TrustSource(
    IDbContextFactory<HubDatabase> databases, HubKeys keys, TrustStates states, RegisterCopy copy, TimeProvider clock, ILogger<TrustSource> log)
{
    private static readonly TimeSpan ListLife = TimeSpan.FromHours(24);
    private static readonly TimeSpan RegisterPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(60);

    /// <summary>How long an ended key stays listed, so that an old pass is <c>expired</c> and not <c>unknown-key</c>.</summary>
    public static readonly TimeSpan KeyAfterlife = TimeSpan.FromHours(24);

    private readonly TrustListReader reader = new(new(keys.TrustAnchor.Jwk));
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private volatile TrustState current = TrustState.Empty;
    private volatile Lapse? lapse;
    private (long Number, long Sequence) seen = (-1, -1);
    private long lastRead = long.MinValue / 2;

    /// <summary>What counts now. Of a list that is over nothing but the names is left: every pass is <c>unknown-key</c>.</summary>
    public TrustState Current => current is var state && state.Snapshot.List.IsOver(clock.GetUtcNow()) ? Lapsed(state) : state;

    /// <summary>Whether the register was read lately; if not, the last known state still stands, until its list ends.</summary>
    public bool IsRegisterReadable => RegisterAge < RegisterPatience;

    /// <summary>How long ago the register was read last.</summary>
    public TimeSpan RegisterAge => TimeProvider.System.GetElapsedTime(Interlocked.Read(ref lastRead));

    /// <summary>Raised after a new state is in place.</summary>
    public event Action? Changed;

    /// <summary>Takes what was last known good on this machine, for as long as the register was not read.</summary>
    /// <returns>False when there is nothing of the kind.</returns>
    public bool Restore()
    {
        if (copy.Read() is not { } held || !reader.Restore(held.Token)) return false;
        current = states.Make(-1, states.Readable(held.Content), reader.Held!, held.Token, null);
        Log.TrustRestored(log, reader.Held!.Sequence, reader.Held.Expires);
        Changed?.Invoke();
        return true;
    }

    /// <summary>Looks at the register and takes over what is new.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await refreshing.WaitAsync(cancellation);
        try
        {
            if (!await TakeAsync(cancellation)) return;
        }
        finally
        {
            refreshing.Release();
        }

        Changed?.Invoke();
    }

    private async Task<bool> TakeAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var revision = await RegisterReading.RevisionAsync(database, cancellation);
        Interlocked.Exchange(ref lastRead, TimeProvider.System.GetTimestamp());
        var isKeptOver = current.Doubt >= TrustListFault.Emptied && reader.Held?.IsOver(now) == true;
        if ((revision.Number, revision.Sequence) == seen && IsYoung(revision, now) && !isKeptOver) return false;
        var published = reader.Held?.Sequence ?? 0;
        if (isKeptOver || !IsYoung(revision, now) || revision.Sequence < published || (revision.Sequence == published && revision.Number != current.Revision))
            revision = await RegisterReading.RenewAsync(database, revision, published, now, cancellation);
        (revision, var content) = await RegisterReading.ContentAsync(database, revision, now - KeyAfterlife, cancellation);
        seen = (revision.Number, revision.Sequence);
        return Publish(revision, states.Readable(content), now);
    }

    private bool Publish(RevisionRow revision, RegisterContent content, DateTimeOffset now)
    {
        var signedAt = DateTimeOffset.FromUnixTimeMilliseconds(revision.SignedAt);
        var list = states.ListOf(content, revision.Sequence, signedAt, signedAt + ListLife);
        var token = states.Sign(list);
        var doubt = reader.Judge(token, now, out _);
        if (doubt >= TrustListFault.Emptied)
        {
            Log.RegisterDoubted(log, doubt.Code(), reader.Held!.Expires);
            content = content.Keeping(current.Content);
            list = states.ListOf(content, revision.Sequence, signedAt, reader.Held!.Expires);
            token = states.Sign(list);
        }

        if (reader.Take(token, now) is var fault && fault != TrustListFault.None)
        {
            Log.TrustListNotPublished(log, fault.Code());
            current = current with { Doubt = fault };
            return false;
        }

        current = states.Make(revision.Number, content, list, token, current.Snapshot) with { Doubt = doubt };
        Log.TrustListChanged(log, list.Sequence, list.Participants.Count, list.Participants.Sum(p => p.Keys.Count));
        copy.Write(token, content);
        return true;
    }

    private TrustState Lapsed(TrustState state)
    {
        if (lapse is { } known && known.Of == state) return known.State;
        var list = state.Snapshot.List.At(clock.GetUtcNow());
        lapse = new(state, state with { Snapshot = TrustSnapshot.Compile(list, state.Snapshot.Issuers.Where(i => i.Map is not null).ToDictionary(i => i.Listed.Region, i => i.Map!)) });
        return lapse.State;
    }

    private static bool IsYoung(RevisionRow revision, DateTimeOffset now) =>
        DateTimeOffset.FromUnixTimeMilliseconds(revision.SignedAt) is var signedAt && signedAt <= now + Ahead && now < signedAt.AddHours(1);

    private sealed record Lapse(TrustState Of, TrustState State);
}
