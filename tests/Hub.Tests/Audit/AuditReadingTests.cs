using System.Net;

namespace HealthBao.Hub.Tests.Audit;

public sealed class AuditReadingTests
{
    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await using var hub = await RunningHub.StartAsync();
        var asked = new List<string?>();
        for (var i = 0; i < 7; i++) asked.Add(Expect.Text(await hub.VerifyAsync("nonsense"), "id"));
        var read = new List<string?>();
        string? next = null;
        do
        {
            var page = await hub.AuditAsync("?kind=verification&limit=3" + (next is null ? "" : "&after=" + next));
            read.AddRange(page.GetProperty("entries").EnumerateArray().Select(e => Expect.Text(e, "id")));
            next = Expect.Text(page, "next");
        }
        while (next is not null);
        Assert.Equal(asked, read);
    }

    [Theory]
    [InlineData("?destination=120000", 2)]
    [InlineData("?destination=130000", 1)]
    [InlineData("?verdict=cannot-tell&destination=120000", 2)]
    [InlineData("?verdict=admit", 0)]
    [InlineData("?scene=airport", 1)]
    [InlineData("?by=tianjin-gate", 3)]
    [InlineData("?by=beijing-scanner", 0)]
    [InlineData("?from=2026-03-01T08:59:59%2B08:00&to=2026-03-01T09:00:01%2B08:00", 3)]
    [InlineData("?from=2026-03-01T09:00:01%2B08:00", 0)]
    [InlineData("?to=2026-03-01T01:00:00Z", 0)]
    public async Task A_filter_gives_what_it_names_and_nothing_else(string query, int verifications)
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.VerifyAsync("nonsense");
        await hub.VerifyAsync("nonsense", scene: "airport");
        await hub.VerifyAsync("nonsense", "130000");
        Assert.Equal(verifications, (await hub.EntriesAsync(query)).Count(e => Expect.Text(e, "kind") == "verification"));
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=1001", "limit")]
    [InlineData("?after=somewhere", "after")]
    [InlineData("?from=yesterday", "from")]
    [InlineData("?kind=nothing", "kind")]
    [InlineData("?verdikt=admit", "verdikt")]
    [InlineData("?verdict=admit&verdict=refuse", "verdict")]
    [InlineData("?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z", "from")]
    public async Task A_filter_that_cannot_be_read_is_a_fault_and_not_ignored(string query, string field)
    {
        await using var hub = await RunningHub.StartAsync();
        using var response = await hub.GetAuditAsync(query);
        var problem = await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
        Assert.Contains(field, problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Only_the_scope_audit_reads_and_reading_is_recorded()
    {
        await using var hub = await RunningHub.StartAsync();
        using var refused = await hub.GetAuditAsync(partner: TestPartner.Gate);
        await Expect.ProblemAsync(refused, HttpStatusCode.Forbidden, "forbidden");
        await hub.AuditAsync("?verdict=admit");
        Assert.Equal(["?verdict=admit", "?kind=audit-read"], (await hub.EntriesAsync("?kind=audit-read")).Select(e => Expect.Text(e, "note")));
    }

    [Theory]
    [InlineData("?subject=%E5%BC%A0%E4%B8%89", "?subject=*")]
    [InlineData("?by=11010519491231002X&kind=key-suspended", "?by=*&kind=key-suspended")]
    [InlineData("?by=tianjin-gate", "?by=tianjin-gate")]
    [InlineData("?pass=20260301-70111&region=110000&policy=120000/3&reason=not-held&limit=5", "?pass=20260301-70111&region=110000&policy=120000%2F3&reason=not-held&limit=5")]
    public async Task Reading_is_recorded_without_what_could_name_a_person(string query, string note)
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.AuditAsync(query);
        Assert.Equal([note, "?kind=audit-read"], (await hub.EntriesAsync("?kind=audit-read")).Select(e => Expect.Text(e, "note")));
    }

    [Theory]
    [InlineData("?%E5%BC%A0%E4%B8%89=1")]
    [InlineData("?11010519491231002X=1")]
    [InlineData("?%E5%BC%A0%E4%B8%89=1&%E5%BC%A0%E4%B8%89=2")]
    public async Task A_parameter_that_looks_like_no_name_is_not_repeated(string query)
    {
        await using var hub = await RunningHub.StartAsync();
        using var response = await hub.GetAuditAsync(query);
        var problem = await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request", "张三", "1101");
        Assert.Equal("(unknown)", problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task The_export_gives_every_line()
    {
        await using var hub = await RunningHub.StartAsync();
        for (var i = 0; i < 5; i++) await hub.VerifyAsync("nonsense");
        using var response = await hub.GetAuditAsync("?kind=verification", "application/x-ndjson");
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(5, (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
