using HealthBao.Contracts.Status;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Storage;

/// <summary>The stores of the days that are not over.</summary>
internal sealed class DayStores(IStorage storage, PersonRegister people, IEnumerable<DaySchema> schemas, TimeProvider clock) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<ShanghaiDay, DayStore> open = [];

    public DayStore Today => Of(ShanghaiDay.At(clock.GetUtcNow()));

    /// <summary>Today's store or tomorrow's.</summary>
    /// <exception cref="InvalidOperationException">The day is over.</exception>
    public DayStore Of(ShanghaiDay day)
    {
        lock (gate) return open.TryGetValue(day, out var known) ? known : open[day] = DayStore.Open(storage, people.Of(day), schemas.Select(s => s.Text));
    }

    /// <summary>Closes a day's store, drops it and destroys its secret.</summary>
    public async Task EndAsync(ShanghaiDay day)
    {
        DayStore? store;
        lock (gate) open.Remove(day, out store);
        if (store is not null) await store.DisposeAsync();
        // The secret first: whatever else remains says nothing from here on.
        people.Destroy(day);
        storage.DropDay(day);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in open.Values) await store.DisposeAsync();
    }
}
