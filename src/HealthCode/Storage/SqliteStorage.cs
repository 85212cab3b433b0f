using System.Data.Common;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Settings;
using Microsoft.Data.Sqlite;

namespace HealthBao.HealthCode.Storage;

/// <summary>One file per day and one per generation; a day ends, and a generation goes, by deleting the file.</summary>
internal sealed class SqliteStorage(DataFolder folder) : IStorage
{
    private const string Prefix = "day-";
    private const string Suffix = ".db";

    public DbDataSource OpenLasting() => Open(folder.File("lasting.db"));

    public DbDataSource OpenDay(ShanghaiDay day) => Open(PathOf(day));

    public IReadOnlyList<ShanghaiDay> Days() =>
    [
        .. from name in Names(Prefix)
           let day = ShanghaiDay.TryParseCompact(name[Prefix.Length..], out var read) ? read : (ShanghaiDay?)null
           where day is not null
           select day.Value,
    ];

    public void DropDay(ShanghaiDay day)
    {
        using (var pooled = new SqliteConnection(ConnectionString(PathOf(day)))) SqliteConnection.ClearPool(pooled);
        foreach (var ending in (string[])["-wal", "-shm", ""]) File.Delete(PathOf(day) + ending);
    }

    // secure_delete: what is gone is overwritten, not only unlinked from its page.
    public void Harden(DbConnection connection) =>
        connection.Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=10000;");

    public void Fill(DbConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})";
        var parameters = columns.Select(c => command.AddParameter("@" + c)).ToArray();
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = row[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    public ISnapshotLoad Load(SnapshotName name) => new SqliteSnapshotLoad(PathOf(name));

    public Snapshot Open(SnapshotName name) => new SqliteSnapshot(name, PathOf(name));

    public IReadOnlyList<SnapshotName> Snapshots() => [.. Names("feed_").Select(SnapshotName.Parse).OfType<SnapshotName>()];

    public void Drop(SnapshotName name)
    {
        foreach (var ending in (string[])[".part-journal", ".part", ""]) File.Delete(PathOf(name) + ending);
    }

    private IEnumerable<string> Names(string prefix) =>
        Directory.EnumerateFiles(folder.Path, prefix + "*" + Suffix + "*").Select(p => Path.GetFileName(p))
            .Select(n => n[..n.IndexOf(Suffix, StringComparison.Ordinal)]).Distinct();

    private string PathOf(ShanghaiDay day) => folder.File(Prefix + day.Compact + Suffix);

    private string PathOf(SnapshotName name) => folder.File(name + Suffix);

    private static DbDataSource Open(string path)
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(path))
            File.Open(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }).Dispose();
        return SqliteFactory.Instance.CreateDataSource(ConnectionString(path));
    }

    private static string ConnectionString(string path) => new SqliteConnectionStringBuilder { DataSource = path }.ToString();
}
