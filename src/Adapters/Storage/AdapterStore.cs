using System.Data.Common;
using System.Globalization;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Storage;

/// <summary>The little that outlives a day: public day keys, purge receipts and correction tickets. Nothing of a person.</summary>
internal sealed class AdapterStore : IDisposable
{
    private readonly DbDataSource source;

    public AdapterStore(IStorage storage)
    {
        source = storage.OpenLasting();
        using var connection = source.OpenConnection();
        storage.Harden(connection);
        connection.Run(
            """
            CREATE TABLE IF NOT EXISTS day_key (kid TEXT PRIMARY KEY, day TEXT NOT NULL, x TEXT NOT NULL, y TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS purge (day TEXT NOT NULL, at BIGINT NOT NULL, passes BIGINT NOT NULL);
            CREATE TABLE IF NOT EXISTS correction (ticket TEXT PRIMARY KEY, about TEXT NOT NULL, created BIGINT NOT NULL, due BIGINT NOT NULL, state TEXT NOT NULL);
            """);
    }

    public void AddKey(ShanghaiDay day, EcJwk key) => Write(
        "INSERT INTO day_key (kid, day, x, y) VALUES (@kid, @day, @x, @y) ON CONFLICT (kid) DO NOTHING",
        ("@kid", key.Thumbprint), ("@day", day.Compact), ("@x", key.X), ("@y", key.Y));

    /// <summary>The public keys of a day and later ones.</summary>
    public IReadOnlyList<(ShanghaiDay Day, EcJwk Key)> KeysSince(ShanghaiDay day) => Read(
        "SELECT day, x, y FROM day_key WHERE day >= @day ORDER BY day, kid", r => (Day(r.GetString(0)), new EcJwk(r.GetString(1), r.GetString(2))), ("@day", day.Compact));

    public void ForgetKey(string kid) => Write("DELETE FROM day_key WHERE kid = @kid", ("@kid", kid));

    public void ForgetKeysBefore(ShanghaiDay day) => Write("DELETE FROM day_key WHERE day < @day", ("@day", day.Compact));

    public void Add(PurgeReceipt receipt) => Write(
        "INSERT INTO purge (day, at, passes) VALUES (@day, @at, @passes)",
        ("@day", receipt.Day.Compact), ("@at", receipt.At.ToUnixTimeSeconds()), ("@passes", receipt.Passes));

    public IReadOnlyList<PurgeReceipt> Purges() => Read(
        "SELECT day, at, passes FROM purge ORDER BY at", r => new PurgeReceipt(Day(r.GetString(0)), DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(1)), r.GetInt64(2)));

    public void Add(CorrectionTicket ticket) => Write(
        "INSERT INTO correction (ticket, about, created, due, state) VALUES (@ticket, @about, @created, @due, @state)",
        ("@ticket", ticket.Ticket), ("@about", ticket.About), ("@created", ticket.Created.ToUnixTimeSeconds()), ("@due", ticket.Due.ToUnixTimeSeconds()), ("@state", ticket.State));

    public CorrectionTicket? FindCorrection(string ticket) => Read(
        "SELECT ticket, about, created, due, state FROM correction WHERE ticket = @ticket",
        Correction, ("@ticket", ticket)).FirstOrDefault();

    /// <summary>The requests that nobody has decided, the most urgent first.</summary>
    public IReadOnlyList<CorrectionTicket> OpenCorrections(int limit) => Read(
        "SELECT ticket, about, created, due, state FROM correction WHERE state NOT IN ('granted', 'refused') ORDER BY due, ticket LIMIT @limit", Correction, ("@limit", limit));

    /// <summary>Moves a request that is not decided.</summary>
    public void MoveCorrection(string ticket, string state) => Write(
        "UPDATE correction SET state = @state WHERE ticket = @ticket AND state NOT IN ('granted', 'refused')", ("@state", state), ("@ticket", ticket));

    public void Dispose() => source.Dispose();

    private static CorrectionTicket Correction(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(2)), DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(3)), row.GetString(4));

    private static ShanghaiDay Day(string compact) => new(DateOnly.ParseExact(compact, "yyyyMMdd", CultureInfo.InvariantCulture));

    private void Write(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var connection = source.OpenConnection();
        connection.Run(text, parameters);
    }

    private List<T> Read<T>(string text, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var connection = source.OpenConnection();
        return connection.Rows(text, read, parameters);
    }
}
