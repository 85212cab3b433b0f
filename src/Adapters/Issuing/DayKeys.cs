using System.Collections.Concurrent;
using System.Data.Common;
using HealthBao.Adapters.Settings;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Issuing;

/// <summary>The days that are open: today's and tomorrow's, each with its key. Which is today's is asked of the clock each time.</summary>
internal sealed class DayKeys(IStorage storage, AdapterStore lasting, IOptions<AdapterOptions> options, TimeProvider clock, ILogger<DayKeys> logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ShanghaiDay, DayStore> open = new();
    private readonly Lock gate = new();

    /// <summary>A key was made that the hub does not know yet, or may be told now.</summary>
    public event Action? Made;

    public DayStore Today => Open(ShanghaiDay.At(clock.GetUtcNow()));

    /// <summary>Made ahead, so that the first second of the day has a key that everybody knows.</summary>
    public DayStore Tomorrow => Open(ShanghaiDay.At(clock.GetUtcNow()).Next);

    /// <summary>Today's or tomorrow's; null for any other day.</summary>
    public DayStore? Find(ShanghaiDay day)
    {
        var today = ShanghaiDay.At(clock.GetUtcNow());
        return day == today || day == today.Next ? Open(day) : null;
    }

    /// <summary>A day's secret for the region's own HMACs.</summary>
    /// <exception cref="InvalidOperationException">The day is over: nothing of it is left, and nothing new is made for it.</exception>
    public byte[] RegionSecret(ShanghaiDay day) =>
        (Find(day) ?? throw new InvalidOperationException($"Day {day.Compact} has no secret.")).Tags.RegionSecret();

    /// <summary>The public keys to publish: each until 24 h after its day.</summary>
    public IReadOnlyList<(ShanghaiDay Day, EcJwk Key)> Published()
    {
        _ = (Today, Tomorrow);
        return lasting.KeysSince(ShanghaiDay.At(clock.GetUtcNow()).Previous);
    }

    /// <summary>Whether a key was published from here and is not over.</summary>
    public bool WasOurs(EcJwk key) => Published().Any(p => p.Key == key);

    /// <summary>Has the hub told the keys once more.</summary>
    public void TellAgain() => Made?.Invoke();

    /// <summary>Puts another key in the place of a suspended one; every pass of that day is made anew when it is asked for again.</summary>
    public async Task RenewAsync(DayStore store)
    {
        var old = store.Key.Kid;
        await store.RekeyAsync();
        lasting.AddKey(store.Day, store.Key.Jwk);
        lasting.ForgetKey(old);
        logger.DayKeyReplaced(store.Day.Compact, old, store.Key.Kid);
        Made?.Invoke();
    }

    /// <summary>Ends a day: its store is closed and dropped, the private key with it.</summary>
    public async Task<PurgeReceipt> EndAsync(ShanghaiDay day)
    {
        var passes = await CloseAsync(day);
        storage.DropDay(day);
        return new(day, clock.GetUtcNow(), passes);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in open.Values) await store.DisposeAsync();
        open.Clear();
    }

    private async Task<long> CloseAsync(ShanghaiDay day)
    {
        try
        {
            await using var store = Open(day);
            open.TryRemove(day, out _);
            return store.CountPasses();
        }
        catch (DbException)
        {
            // Damaged or not, it goes.
            return PurgeReceipt.Unknown;
        }
    }

    private DayStore Open(ShanghaiDay day) => open.TryGetValue(day, out var store) ? store : OpenAnew(day);

    private DayStore OpenAnew(ShanghaiDay day)
    {
        bool made;
        DayStore? store;
        lock (gate)
        {
            if (open.TryGetValue(day, out store)) return store;
            store = DayStore.Open(storage, day, options.Value.StatusListBlock, out made);
            lasting.AddKey(day, store.Key.Jwk);
            open[day] = store;
        }

        if (!made) return store;
        logger.DayKeyMade(day.Compact, store.Key.Kid);
        Made?.Invoke();
        return store;
    }
}
