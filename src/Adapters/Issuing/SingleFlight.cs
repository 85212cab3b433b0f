using System.Collections.Concurrent;

namespace HealthBao.Adapters.Issuing;

/// <summary>Those who ask for the same thing at the same time get the answer to one question.</summary>
internal sealed class SingleFlight<T>
{
    private readonly ConcurrentDictionary<string, Lazy<Task<T>>> flights = new(StringComparer.Ordinal);

    /// <summary>Joins the flight of a key or starts it. It belongs to nobody: who leaves does not end it for the others.</summary>
    public Task<T> JoinAsync(string key, Func<Task<T>> start, CancellationToken cancellation)
    {
        var flight = flights.GetOrAdd(key, _ => new(() => RunAsync(key, start)));
        return flight.Value.WaitAsync(cancellation);
    }

    private async Task<T> RunAsync(string key, Func<Task<T>> start)
    {
        await Task.Yield();
        try
        {
            return await start();
        }
        finally
        {
            flights.TryRemove(key, out _);
        }
    }
}
