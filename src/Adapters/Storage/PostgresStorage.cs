using System.Data.Common;
using HealthBao.Contracts.Status;
using Npgsql;

namespace HealthBao.Adapters.Storage;

/// <summary>One schema per day and region; the day ends by dropping it. The write-ahead log and backups outlive it: see the security model.</summary>
internal sealed class PostgresStorage(string connectionString, string region) : IStorage, IDisposable
{
    private const string Prefix = "day_";
    private readonly NpgsqlDataSource schemas = NpgsqlDataSource.Create(connectionString);

    public DbDataSource OpenDay(ShanghaiDay day) => Open(SchemaOf(day));

    public DbDataSource OpenLasting() => Open("adapter_" + region);

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

    public void Dispose() => schemas.Dispose();

    private string SchemaOf(ShanghaiDay day) => $"{Prefix}{day.Compact}_{region}";

    // The schema's name is made of digits of ours only; identifiers cannot be parameters.
    private NpgsqlDataSource Open(string schema)
    {
        using (var connection = schemas.OpenConnection()) connection.Run($"CREATE SCHEMA IF NOT EXISTS {schema}");
        return NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema }.ToString());
    }
}
