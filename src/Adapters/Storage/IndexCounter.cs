namespace HealthBao.Adapters.Storage;

/// <summary>Counts the day's passes. Numbers are reserved durably in advance: a crash wastes some and repeats none.</summary>
internal sealed class IndexCounter(GroupCommit writer, long reserved) : IDisposable
{
    public const int Reservation = 256;

    private readonly SemaphoreSlim gate = new(1);
    private long next = reserved;
    private long end = reserved;

    public async Task<long> TakeAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (next == end)
            {
                var until = end + Reservation;
                await writer.WriteAsync(c => c.Run("UPDATE day SET reserved = @until", ("@until", until)));
                end = until;
            }

            return Interlocked.Increment(ref next) - 1;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
