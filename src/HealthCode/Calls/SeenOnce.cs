namespace HealthBao.HealthCode.Calls;

/// <summary>Remembers one-time values for as long as they could be used again.</summary>
internal sealed class SeenOnce(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> values = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> ends = new();

    /// <summary>Whether the value comes for the first time.</summary>
    public bool First(string value, DateTimeOffset until)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            while (ends.TryPeek(out var old, out var end) && end <= now)
            {
                ends.Dequeue();
                values.Remove(old);
            }

            if (!values.Add(value)) return false;
            ends.Enqueue(value, until);
            return true;
        }
    }
}
