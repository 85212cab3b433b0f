using System.Data.Common;
using HealthBao.Contracts.Status;
using Npgsql;

namespace HealthBao.Hub.Audit;

/// <summary>One table per day in a schema of its own, written by all nodes one after the other.</summary>
internal sealed class PostgresAuditStore(string connectionString) : IAuditStore
{
    private const string Schema = "hub_audit";
    private const string Prefix = "day_";

    // One lock for the chain, whatever the day: the first block of a day follows the last of the day before.
    private const long ChainLock = 0x4842_4155_4449_5401;
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
    private NpgsqlConnection? writer;
    private AuditWriting? writing;
    private (ShanghaiDay Day, byte[] Before)? open;

    public void Append(ShanghaiDay day, DateTimeOffset at, int entries, byte[] lines)
    {
        try
        {
            var connection = writer ??= source.OpenConnection();
            var before = Open(connection, day);
            using var transaction = connection.BeginTransaction();
            AuditTable.Run(connection, transaction, "SELECT pg_advisory_xact_lock(@lock)", ("@lock", ChainLock));
            (writing ??= new(connection, TableOf(day))).Append(transaction, before, at, entries, lines);
            transaction.Commit();
        }
        catch
        {
            Close();
            throw;
        }
    }

    public IReadOnlyList<ShanghaiDay> Days()
    {
        using var connection = source.OpenConnection();
        using var command = new NpgsqlCommand($"SELECT table_name FROM information_schema.tables WHERE table_schema = '{Schema}' ORDER BY table_name", connection);
        using var reader = command.ExecuteReader();
        var days = new List<ShanghaiDay>();
        while (reader.Read())
            if (reader.GetString(0) is var name && name.StartsWith(Prefix, StringComparison.Ordinal) && ShanghaiDay.TryParseCompact(name[Prefix.Length..], out var day)) days.Add(day);
        return days;
    }

    public IEnumerable<AuditBlock> Read(ShanghaiDay day, long after, long from, long to) => AuditTable.Read(source.OpenConnection, TableOf(day), after, from, to);

    public AuditHead Head(ShanghaiDay day)
    {
        using var connection = source.OpenConnection();
        return AuditTable.Head(connection, TableOf(day)) ?? new(0, LastHashBefore(day));
    }

    public void Drop(ShanghaiDay day)
    {
        using var connection = source.OpenConnection();
        AuditTable.Run(connection, null, $"DROP TABLE IF EXISTS {TableOf(day)}");
    }

    public void Dispose()
    {
        Close();
        source.Dispose();
    }

    // The table is made once a day and then not again: one that was dropped meanwhile makes the append fail, and the call with it.
    private byte[] Open(NpgsqlConnection connection, ShanghaiDay day)
    {
        if (open is { } current && current.Day == day) return current.Before;
        using (var transaction = connection.BeginTransaction())
        {
            AuditTable.Run(connection, transaction, "SELECT pg_advisory_xact_lock(@lock)", ("@lock", ChainLock));
            AuditTable.Run(connection, transaction, $"CREATE SCHEMA IF NOT EXISTS {Schema}");
            AuditTable.Make(connection, TableOf(day));
            transaction.Commit();
        }

        writing?.Dispose();
        writing = null;
        open = (day, LastHashBefore(day));
        return open.Value.Before;
    }

    private byte[] LastHashBefore(ShanghaiDay day) =>
        Days().LastOrDefault(d => d.CompareTo(day) < 0) is var before && before != default ? Head(before).Hash : AuditBlock.Nothing;

    private void Close()
    {
        writing?.Dispose();
        writer?.Dispose();
        (writing, writer) = (null, null);
    }

    private static string TableOf(ShanghaiDay day) => $"{Schema}.{Prefix}{day.Compact}";
}
