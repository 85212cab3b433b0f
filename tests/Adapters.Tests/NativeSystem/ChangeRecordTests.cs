using System.Net;
using System.Text;
using System.Text.Json;
using HealthBao.Adapters.Expiry;
using HealthBao.Adapters.NativeSystem;
using HealthBao.Adapters.Storage;
using HealthBao.Adapters.Tests.Issuing;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Tests.NativeSystem;

public sealed class ChangeRecordTests
{
    private const string Records = "/v1/changes/records";

    [Fact]
    public async Task An_accepted_change_is_recorded_with_office_reason_and_places_and_read_back_after_a_restart()
    {
        var first = await RunningAdapter.StartAsync();
        first.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        var pass = await first.PassAsync("EX:one");
        var index = (await PassTests.VerifyAsync(first, pass.GetProperty("pass").GetString()!)).Statement!.StatusIndex;
        await ChangeTests.TellAsync(first, new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00", native = "R", reason = "close-contact" });
        var told = ShanghaiDay.Format(first.Clock.GetUtcNow());
        await first.DisposeAsync();

        await using var second = await RunningAdapter.StartAsync(first.Directory, first.Clock);
        var record = Assert.Single((await PageAsync(second)).GetProperty("records").EnumerateArray().ToArray());
        Assert.Matches("^[0-9a-f]{32}$", record.GetProperty("nonce").GetString()!);
        Assert.Equal(
            $$"""{"number":1,"at":"{{told}}","authority":"990001/CDC","reason":"close-contact","status":"central-observation","state":"superseded","day":"20260301","passes":1,"indexes":[{{index}}],"nonce":"{{record.GetProperty("nonce").GetString()}}"}""",
            record.GetRawText());
    }

    [Fact]
    public async Task What_cannot_be_recorded_does_not_happen_and_may_be_told_again()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        var pass = await adapter.PassAsync("EX:one");
        Run(adapter, "CREATE TRIGGER full BEFORE INSERT ON change_record BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        var change = ChangeTests.BodyOf(new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00" });
        using (var response = await ChangeTests.SendAsync(adapter, change, idempotencyKey: "key"))
        {
            await response.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable", "disk");
            Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        }

        Assert.Equal(PassRejection.None, await ChangeTests.StandAsync(adapter, pass));
        Assert.Contains(adapter.Log.Lines, l => l.StartsWith("Error 2007 ", StringComparison.Ordinal));
        Run(adapter, "DROP TRIGGER full");
        using (var again = await ChangeTests.SendAsync(adapter, change, idempotencyKey: "key"))
            Assert.Equal("{\"superseded\":1,\"suspended\":0,\"record\":1}", await again.Content.ReadAsStringAsync());
        Assert.Equal(PassRejection.Superseded, await ChangeTests.StandAsync(adapter, pass));
    }

    [Fact]
    public async Task A_change_without_effect_in_the_day_s_store_is_not_acknowledged_though_it_is_recorded()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        var pass = await adapter.PassAsync("EX:one");
        Run(adapter, "CREATE TRIGGER full BEFORE UPDATE ON pass BEGIN SELECT RAISE(ABORT, 'the disk is full'); END", "day-20260301.db");
        var change = ChangeTests.BodyOf(new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00" });
        using (var response = await ChangeTests.SendAsync(adapter, change)) await response.AssertProblemAsync(HttpStatusCode.ServiceUnavailable);
        Run(adapter, "DROP TRIGGER full", "day-20260301.db");
        using (var again = await ChangeTests.SendAsync(adapter, change)) Assert.Equal("{\"superseded\":1,\"suspended\":0,\"record\":2}", await again.Content.ReadAsStringAsync());
        Assert.Equal(PassRejection.Superseded, await ChangeTests.StandAsync(adapter, pass));
    }

    [Fact]
    public async Task Records_are_read_by_time_and_page_by_page()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        for (var n = 0; n < 5; n++)
        {
            await ChangeTests.TellAsync(adapter, new { subject = "s" + n, occurredAt = "2026-03-01T09:12:00+08:00" });
            adapter.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal("1 2 3 4 5 next -", await NumbersAsync(adapter, ""));
        Assert.Equal("1 2 next 2", await NumbersAsync(adapter, "?limit=2"));
        Assert.Equal("3 4 next 4", await NumbersAsync(adapter, "?limit=2&after=2"));
        Assert.Equal("5 next -", await NumbersAsync(adapter, "?limit=2&after=4"));
        Assert.Equal("2 3 next -", await NumbersAsync(adapter, "?from=2026-03-01T09:00:10%2B08:00&to=2026-03-01T09:00:30%2B08:00"));
    }

    [Theory]
    [InlineData("?from=yesterday", "from")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=1001", "limit")]
    [InlineData("?after=x", "after")]
    [InlineData("?office=CDC", "query")]
    [InlineData("?limit=1&limit=2", "query")]
    public async Task A_question_that_is_none_is_refused(string query, string field)
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var response = await ReadAsync(adapter, query);
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, $"\"field\":\"{field}\"");
    }

    [Fact]
    public async Task Only_who_holds_the_region_s_secret_reads_and_only_what_was_signed()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using (var unsigned = await adapter.Http.GetAsync(Records)) await unsigned.AssertProblemAsync(HttpStatusCode.Unauthorized);
        var request = new HttpRequestMessage(HttpMethod.Get, Records + "?limit=1000");
        foreach (var (name, value) in NativeSystemCall.Sign(RunningAdapter.Secret, HttpMethod.Get, Records + "?limit=1", [], adapter.Clock.GetUtcNow())) request.Headers.Add(name, value);
        using var another = await adapter.Http.SendAsync(request);
        await another.AssertProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(190, 1)]
    [InlineData(191, 0)]
    public async Task Records_are_kept_for_half_a_year_and_more_and_then_dropped(int days, int left)
    {
        var first = await RunningAdapter.StartAsync();
        await ChangeTests.TellAsync(first, new { subject = "s", occurredAt = "2026-03-01T09:12:00+08:00" });
        await first.DisposeAsync();
        await using var second = await RunningAdapter.StartAsync(first.Directory, new(RunningAdapter.Morning.AddDays(days)));
        await second.Service<DayTurn>().TurnAsync();
        Assert.Equal(left, All(second).Count);
        Assert.Equal(left == 0, second.Log.Lines.Any(l => l.Contains(" 2009 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Less_than_half_a_year_is_no_setting() =>
        Assert.Contains("Adapter:ChangeRecordDays", (await Assert.ThrowsAsync<OptionsValidationException>(() => RunningAdapter.StartAsync(settings: ("Adapter:ChangeRecordDays", "183")))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task What_outlives_the_day_holds_nothing_of_the_person()
    {
        var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated(subject: "uuid-of-a-person"));
        await adapter.PassAsync("EX:one");
        await ChangeTests.TellAsync(adapter, new { subject = "uuid-of-a-person", occurredAt = "2026-03-01T09:12:00+08:00" });
        await ChangeTests.TellAsync(adapter, new { documentType = "resident-id", documentNumber = "11010519491231002X", occurredAt = "2026-03-01T09:12:00+08:00" });
        var tags = adapter.Service<Adapters.Issuing.DayKeys>().Today.Tags;
        Assert.Equal(2, All(adapter).Count);
        await adapter.DisposeAsync();
        foreach (var file in Directory.EnumerateFiles(adapter.Directory, "adapter.db*"))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            foreach (var secret in (byte[][])["uuid-of-a-person"u8.ToArray(), "11010519491231002"u8.ToArray(), tags.Subject("uuid-of-a-person"), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(tags.Subject("uuid-of-a-person")))])
                Assert.True(bytes.AsSpan().IndexOf(secret) < 0, Path.GetFileName(file));
        }
    }

    private static IReadOnlyList<ChangeRecord> All(RunningAdapter adapter) =>
        adapter.Service<ChangeRecords>().Page(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, 0, 100);

    private static async Task<string> NumbersAsync(RunningAdapter adapter, string query)
    {
        var page = await PageAsync(adapter, query);
        var numbers = page.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("number").GetInt64());
        return $"{string.Join(' ', numbers)} next {(page.TryGetProperty("next", out var next) ? next.GetRawText() : "-")}";
    }

    private static async Task<JsonElement> PageAsync(RunningAdapter adapter, string query = "")
    {
        using var response = await ReadAsync(adapter, query);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, text), (response.StatusCode, text));
        return JsonElement.Parse(text);
    }

    private static async Task<HttpResponseMessage> ReadAsync(RunningAdapter adapter, string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Records + query);
        await NativeSystemCall.SignAsync(request, RunningAdapter.Secret, adapter.Clock.GetUtcNow());
        return await adapter.Http.SendAsync(request);
    }

    private static void Run(RunningAdapter adapter, string sql, string file = "adapter.db")
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(adapter.Directory, file)};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }
}
