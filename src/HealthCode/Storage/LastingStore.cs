using System.Data.Common;

namespace HealthBao.HealthCode.Storage;

/// <summary>
/// What outlives a day. One writer, so that what is read and written in one act stays together; readers see what was last committed.
/// Slices keep their own tables here: they make them with <see cref="Make"/> and write through <see cref="WriteAsync{T}"/>.
/// </summary>
internal sealed class LastingStore : IAsyncDisposable
{
    private readonly IStorage storage;
    private readonly DbDataSource source;
    private readonly GroupCommit writer;

    public LastingStore(IStorage storage)
    {
        this.storage = storage;
        source = storage.OpenLasting();
        var connection = source.OpenConnection();
        storage.Harden(connection);
        connection.Run(LastingSchema.Text);
        writer = new(connection);
    }

    /// <summary>Makes a slice's tables when they are absent, in SQL that SQLite and PostgreSQL read alike.</summary>
    public void Make(string schema)
    {
        using var connection = source.OpenConnection();
        connection.Run(schema);
    }

    /// <summary>Writes, durably, in a transaction of its own or together with others.</summary>
    /// <exception cref="DbException">It cannot be written.</exception>
    public Task<T> WriteAsync<T>(Func<DbConnection, T> write) => writer.WriteAsync(write);

    public Task<int> WriteAsync(string text, params (string Name, object? Value)[] parameters) => writer.WriteAsync(c => c.Run(text, parameters));

    public T Read<T>(Func<DbConnection, T> query)
    {
        using var connection = source.OpenConnection();
        return query(connection);
    }

    public List<T> Rows<T>(string text, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var connection = source.OpenConnection();
        return connection.Rows(text, read, parameters);
    }

    /// <summary>Writes many rows at once, in one transaction, beside the one writer.</summary>
    public Task<int> FillAsync(string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows) => writer.WriteAsync(c =>
    {
        storage.Fill(c, table, columns, rows);
        return rows.Count;
    });

    /// <summary>The number of a new generation, or of a call: it is never given again.</summary>
    public Task<long> NextNumberAsync() => writer.WriteAsync(NextNumber);

    public static long NextNumber(DbConnection connection) => connection.Rows("UPDATE generation SET last = last + 1 RETURNING last", r => r.GetInt64(0))[0];

    /// <summary>Whether the database answers.</summary>
    /// <exception cref="DbException">It does not.</exception>
    public bool Answers() => Rows("SELECT last FROM generation", r => r.GetInt64(0)).Count == 1;

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await source.DisposeAsync();
    }
}
