using System.Data.Common;
using System.Globalization;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Storage;

/// <summary>The accepted changes, each durable before it takes effect, kept beside the days for half a year and more.</summary>
internal sealed class ChangeRecords : IAsyncDisposable
{
    private const string Columns = "number, at, authority, reason, status, state, day, indexes, nonce";

    private readonly DbDataSource source;
    private readonly GroupCommit writer;

    public ChangeRecords(IStorage storage)
    {
        source = storage.OpenLasting();
        var connection = source.OpenConnection();
        storage.Harden(connection);
        connection.Run(
            """
            CREATE TABLE IF NOT EXISTS change_record (
              number BIGINT PRIMARY KEY, at BIGINT NOT NULL, authority TEXT NOT NULL, reason TEXT NOT NULL, status TEXT NOT NULL,
              state INTEGER NOT NULL, day TEXT NOT NULL, indexes TEXT NOT NULL, nonce TEXT NOT NULL);
            CREATE INDEX IF NOT EXISTS change_record_at ON change_record (at);
            CREATE INDEX IF NOT EXISTS change_record_authority ON change_record (authority, at);
            """);
        writer = new(connection);
    }

    /// <summary>Records, durably.</summary>
    /// <returns>The record with its number.</returns>
    /// <exception cref="DbException">It cannot be written.</exception>
    public Task<ChangeRecord> AddAsync(ChangeRecord record) => writer.WriteAsync(c => Insert(c, record));

    /// <summary>A page of records, in their order.</summary>
    /// <param name="from">From this instant on.</param>
    /// <param name="to">Up to, and without, this one.</param>
    /// <param name="after">Those whose number is greater.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<ChangeRecord> Page(DateTimeOffset from, DateTimeOffset to, long after, int limit) => Read(
        $"SELECT {Columns} FROM change_record WHERE at >= @from AND at < @to AND number > @after ORDER BY number LIMIT @limit",
        ("@from", from.ToUnixTimeMilliseconds()), ("@to", to.ToUnixTimeMilliseconds()), ("@after", after), ("@limit", limit));

    /// <summary>One office's records since an instant; those that name no office for null.</summary>
    public IReadOnlyList<ChangeRecord> Of(string? authority, DateTimeOffset since) => Read(
        $"SELECT {Columns} FROM change_record WHERE authority = @authority AND at >= @since ORDER BY number",
        ("@authority", authority ?? ""), ("@since", since.ToUnixTimeMilliseconds()));

    public Task<int> ForgetBeforeAsync(DateTimeOffset instant) =>
        writer.WriteAsync(c => c.Run("DELETE FROM change_record WHERE at < @instant", ("@instant", instant.ToUnixTimeMilliseconds())));

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await source.DisposeAsync();
    }

    private static ChangeRecord Insert(DbConnection connection, ChangeRecord record)
    {
        var number = connection.Rows("SELECT COALESCE(MAX(number), 0) + 1 FROM change_record", r => r.GetInt64(0))[0];
        connection.Run(
            $"INSERT INTO change_record ({Columns}) VALUES (@number, @at, @authority, @reason, @status, @state, @day, @indexes, @nonce)",
            ("@number", number), ("@at", record.At.ToUnixTimeMilliseconds()), ("@authority", record.Authority ?? ""), ("@reason", record.Reason ?? ""),
            ("@status", record.Status?.Code() ?? ""), ("@state", (int)record.State), ("@day", record.Day.Compact),
            ("@indexes", string.Join(',', record.Indexes)), ("@nonce", record.Nonce));
        return record with { Number = number };
    }

    private List<ChangeRecord> Read(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var connection = source.OpenConnection();
        return connection.Rows(text, Read, parameters);
    }

    private static ChangeRecord Read(DbDataReader row) => new(
        row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), Text(row, 2), Text(row, 3),
        HealthStatuses.TryParse(row.GetString(4), out var status) ? status : null, (PassState)row.GetInt32(5),
        ShanghaiDay.TryParseCompact(row.GetString(6), out var day) ? day : throw new InvalidOperationException("A change record holds no day."),
        [.. row.GetString(7).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(i => int.Parse(i, CultureInfo.InvariantCulture))], row.GetString(8));

    private static string? Text(DbDataReader row, int column) => row.GetString(column) is { Length: > 0 } text ? text : null;
}
