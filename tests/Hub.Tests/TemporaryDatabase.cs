using Npgsql;

namespace HealthBao.Hub.Tests;

/// <summary>A database of the test's own, on the server that <c>HEALTHBAO_POSTGRES</c> names; without it the test says that it is skipped.</summary>
public sealed record TemporaryDatabase(string ConnectionString) : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("HEALTHBAO_POSTGRES");

    public static TemporaryDatabase Name()
    {
        Skip.If(string.IsNullOrEmpty(Server), "HEALTHBAO_POSTGRES names no server.");
        return new(new NpgsqlConnectionStringBuilder(Server) { Database = "hub_" + Guid.NewGuid().ToString("N") }.ConnectionString);
    }

    public Task CreateAsync() => RunAsync("CREATE DATABASE {0}");

    public async ValueTask DisposeAsync() => await RunAsync("DROP DATABASE IF EXISTS {0} WITH (FORCE)");

    private async Task RunAsync(string statement)
    {
        var name = new NpgsqlConnectionStringBuilder(ConnectionString).Database!;
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, name), connection);
        await command.ExecuteNonQueryAsync();
    }
}
