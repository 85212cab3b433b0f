using System.Data.Common;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Storage;

/// <summary>
/// One Beijing day: what ends at 24:00, keyed and sealed under the day's secret. Gone, whole, after the day. Slices keep their tables of the
/// day here as in <see cref="LastingStore"/>.
/// </summary>
internal sealed class DayStore : IAsyncDisposable
{
    private readonly DbDataSource source;
    private readonly GroupCommit writer;

    private DayStore(DaySecrets secrets, DbDataSource source, DbConnection connection)
    {
        (Secrets, this.source) = (secrets, source);
        writer = new(connection);
    }

    public DaySecrets Secrets { get; }

    public ShanghaiDay Day => Secrets.Day;

    public static DayStore Open(IStorage storage, DaySecrets secrets, IEnumerable<string> schemas)
    {
        var source = storage.OpenDay(secrets.Day);
        var connection = source.OpenConnection();
        storage.Harden(connection);
        foreach (var schema in schemas) connection.Run(schema);
        return new(secrets, source, connection);
    }

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

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await source.DisposeAsync();
    }
}
