using System.Text;
using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Settings;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Revocation;

/// <summary>
/// The day's list as it is published: signed anew for whoever asks when something changed or half of its time to live is over, but at most
/// once a second. Who asks meanwhile shares the signing; the writer never waits for it.
/// </summary>
internal sealed class StatusListPublication(RegionFolder region, IOptions<AdapterOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly Dictionary<ShanghaiDay, (DayStore Store, Task<SignedList> Signing)> lists = [];

    public async Task<PublicDocument> CurrentAsync(DayStore store)
    {
        Task<SignedList> signing;
        lock (gate)
        {
            if (!lists.TryGetValue(store.Day, out var last) || last.Store != store || !IsGood(last.Signing, store))
            {
                foreach (var day in lists.Keys.Where(d => d.CompareTo(store.Day.Previous) < 0).ToArray()) lists.Remove(day);
                lists[store.Day] = last = (store, Task.Run(() => Sign(store)));
            }

            signing = last.Signing;
        }

        return (await signing).Document;
    }

    private bool IsGood(Task<SignedList> signing, DayStore store)
    {
        if (!signing.IsCompletedSuccessfully) return !signing.IsCompleted;
        var list = signing.Result;
        if (list.Kid != store.Key.Kid) return false;
        // A clock that was set back makes the token look younger than none.
        var age = (clock.GetUtcNow() - list.SignedAt).Duration();
        return age < Rest || (list.List == store.Status.Snapshot().List && age < options.Value.StatusListTimeToLive / 2);
    }

    private SignedList Sign(DayStore store)
    {
        var (now, key) = (clock.GetUtcNow(), store.Key);
        var (list, version) = store.Status.Snapshot();
        var ttl = options.Value.StatusListTimeToLive;
        var token = StatusListToken.Sign(new(region.Participant.Issuer, store.Day, list, now, ttl) { Version = version }, key);
        return new(list, key.Kid, now, new(Encoding.ASCII.GetBytes(token), StatusListToken.MediaType, ttl));
    }

    private sealed record SignedList(StatusList List, string Kid, DateTimeOffset SignedAt, PublicDocument Document);
}
