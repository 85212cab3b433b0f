using System.Text;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>
/// Keeps a trust list as every reader must: takes a new one only when its signature, shape, size, time, sequence and change are plausible, and
/// holds on to the last known good one otherwise, until that one's <c>exp</c>. One reader is for one thread at a time.
/// </summary>
/// <param name="anchor">The pinned trust anchor.</param>
public sealed class TrustListReader(VerificationKey anchor)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MaxLife = TimeSpan.FromHours(24);

    /// <summary>The last known good list, or null before the first. It may be over: ask <see cref="InForce"/> before deciding by it.</summary>
    public TrustList? Held { get; private set; }

    /// <summary>Takes a list, or says why not. The first list has nothing to be compared with: what pins it is the anchor.</summary>
    public TrustListFault Take(string? token, DateTimeOffset now)
    {
        var fault = Judge(token, now, out var list);
        if (fault == TrustListFault.None && list!.Sequence != Held?.Sequence) Held = list;
        return fault;
    }

    /// <summary>Judges a list as <see cref="Take"/> does, and leaves the one held as it is.</summary>
    /// <param name="token">The compact JWS.</param>
    /// <param name="now">The reader's instant.</param>
    /// <param name="list">The list as far as it could be read, or null.</param>
    public TrustListFault Judge(string? token, DateTimeOffset now, out TrustList? list)
    {
        var fault = Read(token, out list);
        return fault != TrustListFault.None ? fault : Judge(list!, now);
    }

    /// <summary>The list to decide by at an instant. Of one that is over only the names are left, without keys: every pass is <c>unknown-key</c>, nobody is admitted.</summary>
    /// <returns>Null before the first list.</returns>
    public TrustList? InForce(DateTimeOffset now) => Held?.At(now);

    /// <summary>Holds a list that was judged before, such as the one kept over a restart, if the anchor signed it. It may be over.</summary>
    /// <returns>Whether it is held.</returns>
    public bool Restore(string? token)
    {
        var restored = Read(token, out var list) == TrustListFault.None;
        if (restored) Held = list;
        return restored;
    }

    private TrustListFault Read(string? token, out TrustList? list)
    {
        list = null;
        if (token?.Length > TrustListToken.MaxBytes) return TrustListFault.TooLarge;
        if (token is null || !CompactJws.TrySplit(Encoding.UTF8.GetBytes(token), out var jws) || JwsHeader.Read(jws.Header) is not { } header) return TrustListFault.Malformed;
        if (header.Type != TrustListToken.Type) return TrustListFault.WrongType;
        if (TrustListToken.Claims(token, anchor) is not { } claims) return TrustListFault.BadSignature;
        list = TrustListToken.Read(claims);
        return list is null ? TrustListFault.NotConformant : TrustListFault.None;
    }

    private TrustListFault Judge(TrustList list, DateTimeOffset now)
    {
        if (list.IssuedAt > now + Ahead) return TrustListFault.FromTheFuture;
        if (list.Expires <= now || list.Expires - list.IssuedAt > MaxLife) return TrustListFault.Over;
        if (Held is null || list.Sequence == Held.Sequence) return TrustListFault.None;
        if (list.Sequence < Held.Sequence) return TrustListFault.SequenceWentBack;
        // One that is over protects nobody any more: what follows it may be as different as it likes.
        return Held.IsOver(now) ? TrustListFault.None : TrustListChange.Judge(Held, list, now);
    }
}
