using Npgsql;

namespace HealthBao.Benchmarks.HealthCodes;

/// <summary>A database of its own on the server of HEALTHBAO_POSTGRES, dropped at the end.</summary>
internal sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name;

    private ScratchDatabase(string server, string name) => (this.server, this.name) = (server, name);

    public string ConnectionString => new NpgsqlConnectionStringBuilder(server) { Database = name, MaxAutoPrepare = 32 }.ToString();

    public static async Task<ScratchDatabase> MakeAsync()
    {
        var server = Environment.GetEnvironmentVariable("HEALTHBAO_POSTGRES") ?? throw new InvalidOperationException("HEALTHBAO_POSTGRES is not set.");
        var database = new ScratchDatabase(server, $"healthcode_bench_{Guid.NewGuid():N}");
        await database.RunAsync($"CREATE DATABASE {database.name}");
        return database;
    }

    public long Bytes()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT pg_database_size(current_database())", connection);
        return (long)command.ExecuteScalar()!;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private async Task RunAsync(string text)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }
}
