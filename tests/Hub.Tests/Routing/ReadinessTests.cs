using System.Net;
using HealthBao.Hub.Trust;
using Microsoft.EntityFrameworkCore;

namespace HealthBao.Hub.Tests.Routing;

public sealed class ReadinessTests
{
    [Fact]
    public async Task A_hub_whose_register_cannot_be_read_says_so_and_keeps_the_last_known_state()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var region = await FakeRegion.JoinAsync(hub, "110000");
        await using (var database = await hub.Service<IDbContextFactory<HubDatabase>>().CreateDbContextAsync())
            await database.Database.ExecuteSqlRawAsync("ALTER TABLE \"Revisions\" RENAME TO \"Gone\"");

        await Eventually.IsTrueAsync(async () =>
        {
            using var answer = await hub.Http.GetAsync("/readyz");
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable && (await answer.Content.ReadAsStringAsync()).Contains("\"register\":\"unreadable\"", StringComparison.Ordinal);
        });

        Assert.Contains("110000", await hub.Http.GetStringAsync("/v1/regions"), StringComparison.Ordinal);
    }
}
