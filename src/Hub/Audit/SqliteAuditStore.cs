using System.Data.Common;
using HealthBao.Contracts.Status;
using Microsoft.Data.Sqlite;

namespace HealthBao.Hub.Audit;

/// <summary>One file per day. A file that this process has written and that is gone is never made anew: that would be a log that forgets.</summary>
internal sealed class SqliteAuditStore(string directory) : IAuditStore
{
    private const string Table = "block";
    private const string Prefix = "audit-";
    private const string Suffix = ".db";
    private readonly HashSet<ShanghaiDay> written = [];
    private (ShanghaiDay Day, SqliteConnection Connection, AuditWriting Writing, byte[] Before)? open;

    public void Append(ShanghaiDay day, DateTimeOffset at, int entries, byte[] lines)
    {
        try
        {
            var current = Open(day);
            using var transaction = current.Connection.BeginTransaction(deferred: false);
            current.Writing.Append(transaction, current.Before, at, entries, lines);
            transaction.Commit();
        }
        catch
        {
            Close();
            throw;
        }
    }

    public IReadOnlyList<ShanghaiDay> Days() => !Directory.Exists(directory) ? [] :
    [
        .. Directory.EnumerateFiles(directory, Prefix + "*" + Suffix)
            .Select(f => ShanghaiDay.TryParseCompact(Path.GetFileName(f)[Prefix.Length..^Suffix.Length], out var day) ? day : (ShanghaiDay?)null)
            .OfType<ShanghaiDay>().Order(),
    ];

    public IEnumerable<AuditBlock> Read(ShanghaiDay day, long after, long from, long to) =>
        AuditTable.Read(() => Connect(PathOf(day), SqliteOpenMode.ReadOnly), Table, after, from, to);

    public AuditHead Head(ShanghaiDay day)
    {
        using var connection = Connect(PathOf(day), SqliteOpenMode.ReadOnly);
        return AuditTable.Head(connection, Table) ?? new(0, LastHashBefore(day));
    }

    public void Drop(ShanghaiDay day)
    {
        using (var pooled = Connect(PathOf(day), SqliteOpenMode.ReadWrite)) SqliteConnection.ClearPool(pooled);
        foreach (var ending in (string[])["-wal", "-shm", ""]) File.Delete(PathOf(day) + ending);
    }

    public void Dispose() => Close();

    private (ShanghaiDay Day, SqliteConnection Connection, AuditWriting Writing, byte[] Before) Open(ShanghaiDay day)
    {
        if (written.Contains(day) && !File.Exists(PathOf(day))) throw new IOException("The day's audit file is gone.");
        if (open is { } current && current.Day == day) return current;
        Close();
        Directory.CreateDirectory(directory);
        var connection = Connect(PathOf(day), SqliteOpenMode.ReadWriteCreate);
        try
        {
            AuditTable.Run(connection, null, "PRAGMA page_size=16384; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
            // Once: a table that is gone later is not made anew either.
            if (!written.Contains(day)) AuditTable.Make(connection, Table);
            open = (day, connection, new(connection, Table), LastHashBefore(day));
            written.Add(day);
            return open.Value;
        }
        catch
        {
            open = null;
            connection.Dispose();
            throw;
        }
    }

    private byte[] LastHashBefore(ShanghaiDay day) =>
        Days().LastOrDefault(d => d.CompareTo(day) < 0) is var before && before != default ? Head(before).Hash : AuditBlock.Nothing;

    private void Close()
    {
        open?.Writing.Dispose();
        open?.Connection.Dispose();
        open = null;
    }

    private string PathOf(ShanghaiDay day) => Path.Combine(directory, Prefix + day.Compact + Suffix);

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        if (mode == SqliteOpenMode.ReadWriteCreate && !OperatingSystem.IsWindows() && !File.Exists(path))
            File.Open(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }).Dispose();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = mode == SqliteOpenMode.ReadOnly, DefaultTimeout = 5 }.ToString());
        connection.Open();
        return connection;
    }
}
