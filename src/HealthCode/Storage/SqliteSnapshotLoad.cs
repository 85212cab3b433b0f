using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HealthBao.HealthCode.Storage;

/// <summary>
/// Builds a file under another name and gives it its own when it is whole. Without a journal: half a file is thrown away, never repaired.
/// The rows go past ADO.NET, which would cost more than SQLite itself.
/// </summary>
internal sealed class SqliteSnapshotLoad : ISnapshotLoad
{
    private readonly string path;
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt insert;
    private long rows;
    private bool isOver;

    public SqliteSnapshotLoad(string path)
    {
        this.path = path;
        File.Delete(Part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Open(Part, options).Dispose();
        connection = new(new SqliteConnectionStringBuilder { DataSource = Part, Pooling = false }.ToString());
        connection.Open();
        connection.Run(
            """
            PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-16384;
            CREATE TABLE row (person BLOB PRIMARY KEY, said BLOB NOT NULL) WITHOUT ROWID;
            CREATE TABLE whole (rows INTEGER NOT NULL);
            BEGIN;
            """);
        Check(raw.sqlite3_prepare_v2(connection.Handle, "INSERT INTO row VALUES (?1, ?2)", out insert));
    }

    private string Part => path + ".part";

    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        raw.sqlite3_bind_blob(insert, 1, key);
        raw.sqlite3_bind_blob(insert, 2, value);
        Check(raw.sqlite3_step(insert));
        raw.sqlite3_reset(insert);
        rows++;
    }

    public void Complete()
    {
        connection.Run("INSERT INTO whole (rows) VALUES (@rows); COMMIT;", ("@rows", rows));
        Close();
        using (var file = File.Open(Part, FileMode.Open, FileAccess.ReadWrite)) file.Flush(flushToDisk: true);
        File.Move(Part, path, overwrite: true);
    }

    public void Dispose()
    {
        if (isOver) return;
        Close();
        File.Delete(Part);
    }

    private void Close()
    {
        isOver = true;
        insert.Dispose();
        connection.Dispose();
    }

    private void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE)) throw new SqliteException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), result);
    }
}
