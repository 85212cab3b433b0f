using System.Data.Common;
using HealthBao.Adapters.Settings;
using HealthBao.Contracts.Status;
using Microsoft.Data.Sqlite;

namespace HealthBao.Adapters.Storage;

/// <summary>One file per day; the day ends by deleting it.</summary>
internal sealed class SqliteStorage(DataFolder folder) : IStorage
{
    private const string Prefix = "day-";
    private const string Suffix = ".db";

    public DbDataSource OpenDay(ShanghaiDay day) => Open(PathOf(day));

    public DbDataSource OpenLasting() => Open(folder.File("adapter.db"));

    public IReadOnlyList<ShanghaiDay> Days() =>
    [
        .. from path in Directory.EnumerateFiles(folder.Path, Prefix + "*" + Suffix)
           let name = Path.GetFileName(path)[Prefix.Length..^Suffix.Length]
           let day = ShanghaiDay.TryParseCompact(name, out var read) ? read : (ShanghaiDay?)null
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
        connection.Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");

    private string PathOf(ShanghaiDay day) => folder.File(Prefix + day.Compact + Suffix);

    private static DbDataSource Open(string path)
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(path))
            File.Open(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }).Dispose();
        return SqliteFactory.Instance.CreateDataSource(ConnectionString(path));
    }

    private static string ConnectionString(string path) => new SqliteConnectionStringBuilder { DataSource = path }.ToString();
}
