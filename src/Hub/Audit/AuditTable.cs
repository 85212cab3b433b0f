using System.Data.Common;

namespace HealthBao.Hub.Audit;

/// <summary>The statements on a day's table, in SQL that SQLite and PostgreSQL read alike. The table's name is made of our own digits.</summary>
internal static class AuditTable
{
    private const int Page = 256;

    public static void Make(DbConnection connection, string table) => Run(connection, null,
        $"CREATE TABLE IF NOT EXISTS {table} (number BIGINT PRIMARY KEY, at BIGINT NOT NULL, entries INTEGER NOT NULL, previous BYTEA NOT NULL, hash BYTEA NOT NULL, lines BYTEA NOT NULL)");

    public static AuditHead? Head(DbConnection connection, string table)
    {
        using var command = HeadOf(connection, table);
        return Head(command);
    }

    public static AuditHead? Head(DbCommand command)
    {
        using var reader = command.ExecuteReader();
        return reader.Read() ? new(reader.GetInt64(0), (byte[])reader[1]) : null;
    }

    /// <summary>The question for the chain's end.</summary>
    public static DbCommand HeadOf(DbConnection connection, string table) => Command(connection, null, $"SELECT number, hash FROM {table} ORDER BY number DESC LIMIT 1");

    /// <summary>Reads in pages, so that a long reading holds no transaction open.</summary>
    public static IEnumerable<AuditBlock> Read(Func<DbConnection> open, string table, long after, long from, long to)
    {
        while (true)
        {
            var page = ReadPage(open, table, after, from, to);
            foreach (var block in page) yield return block;
            if (page.Count < Page) yield break;
            after = page[^1].Number;
        }
    }

    public static void Run(DbConnection connection, DbTransaction? transaction, string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(connection, transaction, text, parameters);
        command.ExecuteNonQuery();
    }

    private static List<AuditBlock> ReadPage(Func<DbConnection> open, string table, long after, long from, long to)
    {
        using var connection = open();
        using var command = Command(
            connection, null, $"SELECT number, at, entries, previous, hash, lines FROM {table} WHERE number > @after AND at >= @from AND at < @to ORDER BY number LIMIT {Page}",
            ("@after", after), ("@from", from), ("@to", to));
        using var reader = command.ExecuteReader();
        var blocks = new List<AuditBlock>();
        while (reader.Read()) blocks.Add(new(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), (byte[])reader[3], (byte[])reader[4], (byte[])reader[5]));
        return blocks;
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, transaction);
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
