using Npgsql;

namespace HealthBao.HealthCode.Tests;

/// <summary>A database of one test, on the server that HEALTHBAO_POSTGRES names; without it the test is skipped.</summary>
public sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name = $"healthcode_{Guid.NewGuid():N}";

    private ScratchDatabase(string server) => this.server = server;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();

    public (string Key, string Value)[] Settings => [("Storage:Provider", "postgres"), ("Storage:ConnectionString", ConnectionString)];

    public static async Task<ScratchDatabase> MakeAsync()
    {
        var server = Environment.GetEnvironmentVariable("HEALTHBAO_POSTGRES");
        Skip.If(server is null, "HEALTHBAO_POSTGRES is not set.");
        var database = new ScratchDatabase(server!);
        await database.RunAsync(server!, $"CREATE DATABASE {database.name}");
        return database;
    }

    /// <summary>The first column of a query, as text.</summary>
    public async Task<List<string>> NamesAsync(string query)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private async Task RunAsync(string connectionString, string text)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }
}
