using HealthBao.Adapters.Storage;
using Npgsql;

namespace HealthBao.Adapters.Tests.Storage;

public sealed class GroupCommitTests
{
    [SkippableFact]
    public async Task After_the_database_went_away_and_came_back_writes_succeed_again()
    {
        var text = Environment.GetEnvironmentVariable("HEALTHBAO_POSTGRES");
        Skip.If(text is null, "HEALTHBAO_POSTGRES is not set.");
        await using var source = NpgsqlDataSource.Create(text!);
        var connection = await source.OpenConnectionAsync();
        var lost = connection.ProcessID;
        await using var writer = new GroupCommit(connection);
        Assert.Equal(1, await writer.WriteAsync(One));

        await using (var other = source.CreateCommand($"SELECT pg_terminate_backend({lost}, 10000)")) Assert.Equal(true, await other.ExecuteScalarAsync());
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => writer.WriteAsync(One));
        Assert.Equal(1, await writer.WriteAsync(One));
        Assert.NotEqual(lost, connection.ProcessID);
    }

    private static int One(System.Data.Common.DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1";
        return (int)command.ExecuteScalar()!;
    }
}
