using HealthBao.Hub.Trust;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Tests.Trust;

/// <summary>What is in the register and cannot be read takes nobody else out.</summary>
public sealed class BadRowTests
{
    [Theory]
    [InlineData("UPDATE Participants SET Participant = '{\"region\":\"120000\",\"unheardOf\":1}' WHERE Region = '120000'")]
    [InlineData("UPDATE Participants SET ConceptMap = 'not a map' WHERE Region = '120000'")]
    [InlineData("UPDATE Participants SET AdapterAddress = 'nowhere' WHERE Region = '120000'")]
    [InlineData("UPDATE Participants SET EnrolmentKeyX = 'no point' WHERE Region = '120000'")]
    [InlineData("UPDATE DayKeys SET X = 'no point' WHERE Region = '120000'")]
    [InlineData("UPDATE DayKeys SET Expires = 9223372036854775807 WHERE Region = '120000'")]
    [InlineData("UPDATE OpenIddictApplications SET JsonWebKeySet = 'not json' WHERE ClientId = 'beijing-scanner'")]
    public async Task A_row_that_cannot_be_read_leaves_the_others_as_they_are(string damage)
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        await using var tianjin = await FakeRegion.JoinAsync(hub, "120000");
        var before = hub.Service<TrustSource>().Current.Revision;
        Execute(hub, damage + "; UPDATE Revisions SET Number = Number + 1");
        await Eventually.IsTrueAsync(() => hub.Service<TrustSource>().Current.Revision > before);
        Expect.Verdict(await hub.VerifyAsync(beijing.Pass().Api), "admit", null);
        Assert.NotNull(await hub.TrustListAsync());
        Assert.Contains(hub.Log.Lines, l => l.StartsWith("Error 1007", StringComparison.Ordinal));
        await using var hebei = await FakeRegion.JoinAsync(hub, "130000");
        Expect.Verdict(await hub.VerifyAsync(hebei.Pass().Api), "admit", null);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"keys\":1}")]
    [InlineData("{\"keys\":[]}")]
    public async Task A_partner_without_readable_keys_is_a_fault_at_start(string jwks)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningHub.StartAsync(settings: ("Hub:Partners:1:Jwks", jwks)));
        Assert.Contains("Jwks", fault.Message, StringComparison.Ordinal);
    }

    private static void Execute(RunningHub hub, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(hub.Directory, "hub.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
