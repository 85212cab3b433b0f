using System.Data.Common;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Settings;
using Npgsql;

namespace HealthBao.HealthCode.Storage;

/// <summary>One schema that lasts and one per day; a generation is a table of one of them. The write-ahead log and backups outlive what is dropped: see the security model.</summary>
internal sealed class PostgresStorage(string connectionString, string region) : IStorage, IDisposable
{
    private const string Prefix = "hc_day_";
    private readonly NpgsqlDataSource schemas = NpgsqlDataSource.Create(connectionString);

    private string LastingSchema => "healthcode_" + region;

    public DbDataSource OpenLasting() => OpenSchema(LastingSchema);

    public DbDataSource OpenDay(ShanghaiDay day) => OpenSchema(SchemaOf(day));

    public IReadOnlyList<ShanghaiDay> Days()
    {
        using var connection = schemas.OpenConnection();
        return
        [
            .. from schema in connection.Rows("SELECT schema_name FROM information_schema.schemata", r => r.GetString(0))
               where schema.StartsWith(Prefix, StringComparison.Ordinal) && schema.EndsWith("_" + region, StringComparison.Ordinal)
               let day = ShanghaiDay.TryParseCompact(schema[Prefix.Length..^(region.Length + 1)], out var read) ? read : (ShanghaiDay?)null
               where day is not null
               select day.Value,
        ];
    }

    public void DropDay(ShanghaiDay day)
    {
        using var connection = schemas.OpenConnection();
        connection.Run($"DROP SCHEMA IF EXISTS {SchemaOf(day)} CASCADE");
    }

    public void Harden(DbConnection connection) => connection.Run("SET synchronous_commit = on");

    public void Fill(DbConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var copy = ((NpgsqlConnection)connection).BeginBinaryImport($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var cell in row)
                if (cell is null) copy.WriteNull();
                else copy.Write(cell);
        }

        copy.Complete();
    }

    public ISnapshotLoad Load(SnapshotName name)
    {
        EnsureSchema(SchemaOf(name));
        return new PostgresSnapshotLoad(schemas.OpenConnection(), SchemaOf(name), TableOf(name));
    }

    public Snapshot Open(SnapshotName name) => new PostgresSnapshot(name, schemas, $"{SchemaOf(name)}.{TableOf(name)}");

    public IReadOnlyList<SnapshotName> Snapshots()
    {
        using var connection = schemas.OpenConnection();
        return
        [
            .. connection.Rows(
                    "SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'feed\\_%' AND (table_schema = @lasting OR table_schema LIKE @days)",
                    r => r.GetString(0), ("@lasting", LastingSchema), ("@days", $"hc\\_day\\_%\\_{region}"))
                .Select(SnapshotName.Parse).OfType<SnapshotName>(),
        ];
    }

    public void Drop(SnapshotName name)
    {
        using var connection = schemas.OpenConnection();
        connection.Run($"DROP TABLE IF EXISTS {SchemaOf(name)}.{TableOf(name)}");
    }

    public void Dispose() => schemas.Dispose();

    // Names are made of digits and codes of ours only; identifiers cannot be parameters.
    private string SchemaOf(ShanghaiDay day) => $"{Prefix}{day.Compact}_{region}";

    private string SchemaOf(SnapshotName name) => name.Day is { } day ? SchemaOf(day) : LastingSchema;

    private static string TableOf(SnapshotName name) => $"\"{name}\"";

    private NpgsqlDataSource OpenSchema(string schema)
    {
        EnsureSchema(schema);
        return NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema }.ToString());
    }

    private void EnsureSchema(string schema)
    {
        using var connection = schemas.OpenConnection();
        connection.Run($"CREATE SCHEMA IF NOT EXISTS {schema}");
    }
}
