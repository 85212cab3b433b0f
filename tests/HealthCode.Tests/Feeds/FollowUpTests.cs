using System.Net;
using System.Text.Json;
using HealthBao.Contracts.Status;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Feeds;

/// <summary>Counted, and not stored: tomorrow these people would read “暂无您的防疫信息”.</summary>
public sealed class FollowUpTests : IAsyncLifetime
{
    private const string Path = "/v1/feeds/registration/follow-up";
    private RunningHealthCode system = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        await system.DeliverAllAsync([MadeUp.Zhang]);
        await system.AcceptAsync(Of("registration", system.Today,
        [
            Row(MadeUp.Zhang, "resident", "110105001002", "20200201"),
            Row(MadeUp.Nth(1) with { Number = "110105194912310021" }, "resident", "110105001002", "20200201"),
            Row(MadeUp.Nth(2) with { Name = "欧阳明*" }, "resident", "110105001003", "20200201"),
            Row(MadeUp.Nth(3), "guest", "110106002001", "20200201"),
            Row(MadeUp.Nth(4), "resident", "", "20200201"),
        ]));
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task A_file_with_rejected_rows_registers_the_others()
    {
        var report = (await system.DoAsync(HttpMethod.Get, "/v1/feeds/registration", RunningHealthCode.City)).GetProperty("reports")[0];
        Assert.Equal((5, 1, 4), (report.GetProperty("rows").GetInt32(), report.GetProperty("stored").GetInt32(), report.GetProperty("rejected").GetInt32()));
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(MadeUp.Zhang)).Status);
    }

    [Theory]
    [InlineData(RunningHealthCode.City, 4)]
    [InlineData(RunningHealthCode.Chaoyang, 2)]
    [InlineData(RunningHealthCode.Street, 2)]
    [InlineData(RunningHealthCode.Committee, 1)]
    [InlineData("110106/COMMUNITY", 1)]
    public async Task An_office_sees_whom_its_division_has_to_look_after_and_nobody_else(string office, int items) =>
        Assert.Equal(items, (await system.DoAsync(HttpMethod.Get, Path, office)).GetProperty("items").GetArrayLength());

    [Fact]
    public async Task An_item_names_the_line_and_shows_the_person_masked()
    {
        var item = (await system.DoAsync(HttpMethod.Get, Path, RunningHealthCode.Committee)).GetProperty("items")[0];
        Assert.Equal((3, "number-check-digit", "李*", "11**************21"), (item.GetProperty("line").GetInt32(), item.GetProperty("fault").GetString(), item.GetProperty("name").GetString(), item.GetProperty("number").GetString()));
    }

    [Fact]
    public async Task Another_s_division_is_refused()
    {
        using var response = await system.SendAsync(HttpMethod.Get, Path + "?division=110105", "110106/COMMUNITY");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task An_item_that_is_closed_is_open_no_more_and_only_its_own_office_closes_it()
    {
        var id = (await system.DoAsync(HttpMethod.Get, Path, RunningHealthCode.Committee)).GetProperty("items")[0].GetProperty("id").GetInt64();
        using var refused = await system.SendAsync(HttpMethod.Post, $"{Path}/{id}", "110106/COMMUNITY", new StringContent("""{"outcome":"moved"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        await system.DoAsync(HttpMethod.Post, $"{Path}/{id}", RunningHealthCode.Committee, new { outcome = "registered" });
        Assert.Equal(0, (await system.DoAsync(HttpMethod.Get, Path, RunningHealthCode.Committee)).GetProperty("open").GetInt32());
    }

    [Fact]
    public async Task The_list_is_read_page_by_page()
    {
        var first = await system.DoAsync(HttpMethod.Get, Path + "?limit=3", RunningHealthCode.City);
        var rest = await system.DoAsync(HttpMethod.Get, $"{Path}?limit=3&after={first.GetProperty("next").GetInt64()}", RunningHealthCode.City);
        Assert.Equal([3, 4, 5, 6], Lines(first).Concat(Lines(rest)));
    }

    private static IEnumerable<int> Lines(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("line").GetInt32());
}
