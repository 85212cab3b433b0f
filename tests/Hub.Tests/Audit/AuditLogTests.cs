using System.Net;
using System.Text.Json;
using HealthBao.Contracts.Pass;
using Microsoft.Data.Sqlite;

namespace HealthBao.Hub.Tests.Audit;

public sealed class AuditLogTests
{
    [Fact]
    public async Task A_verification_is_recorded_with_everything_that_decided_it_under_the_id_of_the_answer()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        var statement = beijing.Says();
        var answer = await hub.VerifyAsync(beijing.Sign(statement).Api);

        var entry = Assert.Single(await hub.EntriesAsync("?kind=verification"));
        Assert.Equal(Expect.Text(answer, "id"), Expect.Text(entry, "id"));
        Assert.Equal(PassId.Of(statement).Rid, Expect.Text(entry, "pass"));
        Assert.Equal((beijing.Issuer, "110000", "120000", "railway-station"), (Expect.Text(entry, "issuer"), Expect.Text(entry, "region"), Expect.Text(entry, "destination"), Expect.Text(entry, "scene")));
        Assert.Equal(("admit", "no-abnormality", "green"), (Expect.Text(entry, "verdict"), Expect.Text(entry, "status"), Expect.Text(entry, "nativeCode")));
        Assert.Equal((Expect.Text(answer, "map"), Expect.Text(answer, "policy")), (Expect.Text(entry, "map"), Expect.Text(entry, "policy")));
        Assert.Equal((await hub.TrustListAsync()).Sequence, entry.GetProperty("trustList").GetInt64());
        Assert.Equal(Expect.Text(answer, "statusListAsOf"), Expect.Text(entry, "statusListAsOf"));
        Assert.Equal("tianjin-gate", Expect.Text(entry, "by"));
        Assert.Equal("2026-03-01T09:00:00.000+08:00", Expect.Text(entry, "at"));
    }

    [Fact]
    public async Task Nothing_of_the_person_is_in_it()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        var holder = new { documentType = "resident-id", documentNumber = TestPeople.Zhang.Document.Number };
        await hub.AskAsync("/v1/verifications", new { pass = beijing.Pass().Api, destination = "120000", holder });
        await hub.AskAsync("/v1/status-queries", new
        {
            region = "110000",
            name = TestPeople.Zhang.Name,
            documentType = "resident-id",
            documentNumber = TestPeople.Zhang.Document.Number,
            destination = "120000",
            scene = "community",
            purpose = "epidemic-control",
        });
        using var response = await hub.GetAuditAsync();
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("\"status-query\"", text, StringComparison.Ordinal);
        Assert.Contains("\"holderConsistent\":true", text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestPeople.Zhang.Document.Number, text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestPeople.Zhang.Name[..1], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_of_a_batch_is_recorded_under_its_own_id()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        var lines = Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? "nonsense" : JsonSerializer.Serialize(new { pass = beijing.Pass().Api, destination = "120000" }));
        using var response = await hub.PostTextAsync("/v1/verifications/batch", string.Join('\n', lines), TestPartner.Gate, "application/x-ndjson");
        var answers = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var entries = await hub.EntriesAsync("?kind=verification&limit=1000");
        Assert.Equal(300, answers.Length);
        Assert.Equal(answers.Select(a => Expect.Text(JsonElement.Parse(a), "id")), entries.Select(e => Expect.Text(e, "id")));
        Assert.Equal(100, entries.Count(e => e.TryGetProperty("reason", out var reason) && reason.GetString() == "malformed"));
    }

    [Fact]
    public async Task A_purpose_that_is_not_granted_is_recorded()
    {
        await using var hub = await RunningHub.StartAsync();
        using var refused = await hub.PostTextAsync("/v1/status-queries", """{"name":"张三","destination":"120000","purpose":"marketing"}""", TestPartner.Gate);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("tianjin-gate", Expect.Text(Assert.Single(await hub.EntriesAsync("?kind=purpose-refused")), "by"));
    }

    [Fact]
    public async Task What_was_recorded_outlives_a_start_anew_and_the_chain_goes_on()
    {
        var one = await RunningHub.StartAsync();
        await one.VerifyAsync("nonsense");
        await one.DisposeAsync();
        await using var two = await RunningHub.StartAsync(one.Directory, one.Clock);
        await two.VerifyAsync("nonsense again");
        var page = await two.AuditAsync("?kind=verification");
        Assert.Equal(2, page.GetProperty("entries").GetArrayLength());
        Assert.Equal(64, page.GetProperty("head").GetProperty("sha256").GetString()!.Length);
    }

    [Fact]
    public async Task Two_nodes_write_one_log()
    {
        await using var one = await RunningHub.StartAsync();
        await using var two = await RunningHub.StartAsync(one.Directory, one.Clock);
        var gate = await one.TokenAsync(TestPartner.Gate);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? one : two).VerifyAsync("nonsense")));
        Assert.NotEmpty(gate);
        Assert.Equal(40, (await one.EntriesAsync("?kind=verification")).Count);
        Assert.Equal(40, (await two.EntriesAsync("?kind=verification")).Count);
    }

    [Fact]
    public async Task A_log_that_was_changed_is_told_and_not_shown()
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.VerifyAsync("nonsense");
        Change(hub, "UPDATE block SET lines = CAST(replace(CAST(lines AS TEXT), 'cannot-tell', 'admit') AS BLOB)");
        await Expect.ProblemAsync(await hub.GetAuditAsync(), HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    [Fact]
    public async Task What_is_older_than_the_retention_is_dropped_and_that_is_recorded()
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.VerifyAsync("nonsense");
        var first = hub.FileOf();
        hub.Clock.Advance(TimeSpan.FromDays(189));
        Assert.True(File.Exists(first));
        hub.Clock.Advance(TimeSpan.FromDays(2));
        await Eventually.IsTrueAsync(() => !File.Exists(first));
        await Eventually.IsTrueAsync(async () => (await hub.EntriesAsync("?kind=audit-dropped")) is [var entry] && Expect.Text(entry, "subject") == "20260301");
    }

    internal static void Change(RunningHub hub, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={hub.FileOf()};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
