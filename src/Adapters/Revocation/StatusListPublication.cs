using System.Text;
using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Settings;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Revocation;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Revocation;

/// <summary>The day's list as it is published: signed anew when something changed or half of its time to live is over.</summary>
internal sealed class StatusListPublication(RegionFolder region, IOptions<AdapterOptions> options, TimeProvider clock)
{
    private readonly Lock gate = new();
    private (DayStore Store, string Kid, long Version, int Places, DateTimeOffset SignedAt, PublicDocument Document)? last;

    public PublicDocument Current(DayStore store)
    {
        var ttl = options.Value.StatusListTimeToLive;
        lock (gate)
        {
            if (last is { } l && l.Store == store && l.Kid == store.Key.Kid && l.Version == store.Status.Version && l.Places == store.Status.Places && Age(l.SignedAt) < ttl / 2)
                return l.Document;
            return Sign(store, ttl);
        }
    }

    private PublicDocument Sign(DayStore store, TimeSpan ttl)
    {
        var now = clock.GetUtcNow();
        var (list, version) = store.Status.Snapshot();
        var key = store.Key;
        var token = StatusListToken.Sign(new(region.Participant.Issuer, store.Day, list, now, ttl), key);
        var document = new PublicDocument(Encoding.ASCII.GetBytes(token), StatusListToken.MediaType, ttl);
        last = (store, key.Kid, version, list.Count, now, document);
        return document;
    }

    // A clock that was set back makes the token look younger than none.
    private TimeSpan Age(DateTimeOffset signedAt) => (clock.GetUtcNow() - signedAt).Duration();
}
