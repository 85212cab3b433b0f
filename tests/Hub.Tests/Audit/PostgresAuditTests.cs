using System.Net;
using Npgsql;

namespace HealthBao.Hub.Tests.Audit;

public sealed class PostgresAuditTests
{
    [SkippableFact]
    public async Task Nodes_write_one_chained_log_whose_day_turns()
    {
        await using var database = TemporaryDatabase.Name();
        await using var one = await StartAsync(database);
        await using var two = await StartAsync(database, one);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? one : two).VerifyAsync("nonsense")));
        one.Clock.Advance(TimeSpan.FromHours(16));
        await two.VerifyAsync("nonsense");
        await one.VerifyAsync("nonsense");
        Assert.Equal(42, (await two.EntriesAsync("?kind=verification")).Count);
        Assert.Equal("20260302", (await one.AuditAsync()).GetProperty("head").GetProperty("day").GetString());
    }

    [SkippableFact]
    public async Task A_table_that_was_dropped_refuses_every_call()
    {
        await using var database = TemporaryDatabase.Name();
        await using var hub = await StartAsync(database);
        await hub.VerifyAsync("nonsense");
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        await using (var command = source.CreateCommand("DROP TABLE hub_audit.day_20260301"))
            await command.ExecuteNonQueryAsync();
        using var response = await hub.PostTextAsync("/v1/verifications", """{"pass":"nonsense","destination":"120000"}""", TestPartner.Gate);
        await Expect.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    private static Task<RunningHub> StartAsync(TemporaryDatabase database, RunningHub? beside = null) => RunningHub.StartAsync(
        beside?.Directory, beside?.Clock, ("Storage:Provider", "postgres"), ("Storage:ConnectionString", database.ConnectionString), ("Hub:RegisterPollMilliseconds", "100"));
}
