using System.Net;
using HealthBao.Hub.Tests.Partners;
using Microsoft.Data.Sqlite;

namespace HealthBao.Hub.Tests.Trust;

/// <summary>A register of an earlier version gets the tables it lacks, and keeps what it holds.</summary>
public sealed class EarlierRegisterTests
{
    [Fact]
    public async Task A_register_without_new_tables_and_columns_gets_them_and_keeps_its_regions()
    {
        var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        var (directory, clock) = (hub.Directory, hub.Clock);
        await hub.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Execute(directory, """
            DROP TABLE OpenIddictTokens; DROP TABLE OpenIddictAuthorizations; DROP TABLE OpenIddictScopes; DROP TABLE OpenIddictApplications;
            ALTER TABLE Participants DROP COLUMN ApprovedBy; ALTER TABLE Participants DROP COLUMN RequestedAt;
            CREATE TABLE Partners (ClientId TEXT NOT NULL PRIMARY KEY, Region TEXT NOT NULL, Scope TEXT NOT NULL, Jwks TEXT NOT NULL);
            """);

        await using var again = await RunningHub.StartAsync(directory, clock);
        Assert.Equal(HttpStatusCode.OK, await again.TokenStatusAsync(TestPartner.Gate));
        Expect.Verdict(await again.VerifyAsync(beijing.Pass().Api), "admit", null);
        Assert.Equal(2L, Scalar(directory, "SELECT COUNT(*) FROM pragma_table_info('Participants') WHERE name IN ('ApprovedBy', 'RequestedAt')"));
        Assert.Equal(1L, Scalar(directory, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'IX_OpenIddictApplications_ClientId'"));
    }

    private static void Execute(string directory, string sql) => Scalar(directory, sql);

    private static object? Scalar(string directory, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "hub.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
