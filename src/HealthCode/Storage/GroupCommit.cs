using System.Data.Common;
using System.Threading.Channels;

namespace HealthBao.HealthCode.Storage;

/// <summary>The one writer of a database: whatever waits is written in one transaction, and nobody is answered before it is durable.</summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int MaxBatch = 512;

    private readonly Channel<PendingWrite> waiting = Channel.CreateUnbounded<PendingWrite>(new() { SingleReader = true });
    private readonly DbConnection connection;
    private readonly Action? told;
    private readonly Task loop;

    /// <summary>Takes over the connection.</summary>
    /// <param name="connection">Of the database.</param>
    /// <param name="told">Runs after each transaction, when all who waited for it were told.</param>
    public GroupCommit(DbConnection connection, Action? told = null)
    {
        (this.connection, this.told) = (connection, told);
        loop = Task.Run(RunAsync);
    }

    /// <summary>Writes. <paramref name="committed"/> runs in the order of commits, before the caller hears of it.</summary>
    /// <exception cref="ChannelClosedException">The database is closed.</exception>
    public async Task<T> WriteAsync<T>(Func<DbConnection, T> write, Action<T>? committed = null)
    {
        var pending = new PendingWrite<T>(write, committed);
        if (!waiting.Writer.TryWrite(pending)) throw new ChannelClosedException();
        return await pending.Result;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await loop;
        await connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var batch = new List<PendingWrite>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MaxBatch && waiting.Reader.TryRead(out var write)) batch.Add(write);
            if (Commit(batch) is null) continue;

            // One of them spoils the transaction for all: each alone, so that only that one fails.
            foreach (var write in batch)
                if (Commit([write]) is { } fault)
                    write.Fail(fault);
        }
    }

    private Exception? Commit(IReadOnlyList<PendingWrite> batch)
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            foreach (var write in batch) write.Apply(connection);
            transaction.Commit();
        }
        catch (Exception e)
        {
            // Whatever it is, those who wait are told; the writer lives on.
            return e;
        }

        foreach (var write in batch) write.Succeed();
        told?.Invoke();
        return null;
    }
}
