using System.Collections.Concurrent;
using HealthBao.HealthCode.People;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HealthBao.HealthCode.Storage;

/// <summary>Asks a generation's file: a small pool of connections, each with its statement ready.</summary>
internal sealed class SqliteSnapshot : Snapshot
{
    private const int MaxIdle = 16;
    private readonly string connectionString;
    private readonly ConcurrentBag<Reader> idle = [];
    private volatile bool isClosed;

    public SqliteSnapshot(SnapshotName name, string path) : base(name, CountOf(path)) => connectionString = ReadOnly(path);

    public override ValueTask<SnapshotValue?> FindAsync(PersonKey person)
    {
        var reader = idle.TryTake(out var ready) ? ready : new(connectionString);
        var found = reader.Find(person);
        if (isClosed || idle.Count >= MaxIdle) reader.Dispose();
        else idle.Add(reader);
        return ValueTask.FromResult(found);
    }

    protected override void Close()
    {
        isClosed = true;
        while (idle.TryTake(out var reader)) reader.Dispose();
    }

    private static long CountOf(string path)
    {
        using var connection = new SqliteConnection(ReadOnly(path));
        connection.Open();
        return connection.Rows("SELECT rows FROM whole", r => r.GetInt64(0))[0];
    }

    private static string ReadOnly(string path) => new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();

    private sealed class Reader : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly sqlite3_stmt select;

        public Reader(string connectionString)
        {
            connection = new(connectionString);
            connection.Open();
            connection.Run("PRAGMA cache_size=-4096");
            if (raw.sqlite3_prepare_v2(connection.Handle, "SELECT said FROM row WHERE person = ?1", out select) != raw.SQLITE_OK)
                throw new SqliteException("The generation's file is not one.", raw.SQLITE_CORRUPT);
        }

        public SnapshotValue? Find(PersonKey person)
        {
            Span<byte> key = stackalloc byte[PersonKey.Size];
            person.Write(key);
            raw.sqlite3_bind_blob(select, 1, key);
            try
            {
                return raw.sqlite3_step(select) switch
                {
                    raw.SQLITE_ROW => SnapshotValue.Read(raw.sqlite3_column_blob(select, 0)),
                    raw.SQLITE_DONE => null,
                    var fault => throw new SqliteException("The generation's file cannot be read.", fault),
                };
            }
            finally
            {
                raw.sqlite3_reset(select);
            }
        }

        public void Dispose()
        {
            select.Dispose();
            connection.Dispose();
        }
    }
}
