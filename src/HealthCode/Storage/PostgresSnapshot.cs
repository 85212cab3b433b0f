using HealthBao.HealthCode.People;
using Npgsql;

namespace HealthBao.HealthCode.Storage;

/// <summary>Asks a generation's table.</summary>
internal sealed class PostgresSnapshot(SnapshotName name, NpgsqlDataSource source, string table) : Snapshot(name, CountOf(source, table))
{
    private readonly string select = $"SELECT said FROM {table} WHERE person = $1";

    public override async ValueTask<SnapshotValue?> FindAsync(PersonKey person)
    {
        await using var command = source.CreateCommand(select);
        command.Parameters.Add(new() { Value = person.ToBytes() });
        return await command.ExecuteScalarAsync() is byte[] said ? SnapshotValue.Read(said) : null;
    }

    protected override void Close()
    {
    }

    private static long CountOf(NpgsqlDataSource source, string table)
    {
        using var connection = source.OpenConnection();
        return connection.Rows($"SELECT COUNT(*) FROM {table}", r => r.GetInt64(0))[0];
    }
}
