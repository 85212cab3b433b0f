using System.Net;
using System.Net.Http.Json;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Pass;
using HealthBao.HealthCode.Paper;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Tests.Tickets;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Paper;

public sealed class PaperTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private RunningHealthCode system = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        await system.DeliverAllAsync([Zhang]);
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task An_office_prints_the_day_s_status_masked_in_both_languages_without_any_script()
    {
        var page = await PrintAsync(Zhang);
        foreach (var part in (string[])["张*", "11**************2X", "2020-03-01 24:00", "未见异常", "<svg", "size:A6", "lang=\"en\"", RunningHealthCode.Committee, "010-12345"]) Assert.Contains(part, page);
        foreach (var part in (string[])["张三", Zhang.Number, "<script", "http://127", "https://"]) Assert.DoesNotContain(part, page);
    }

    [Fact]
    public async Task The_code_on_paper_is_the_same_all_day_and_a_scan_tells_the_status_of_the_moment()
    {
        var page = await PrintAsync(Zhang);
        var content = await ContentAsync(Zhang);
        Assert.Contains(PassQrPicture.NativeToSvg(content), page);
        system.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Contains(PassQrPicture.NativeToSvg(content), await PrintAsync(Zhang));
        Assert.Equal("0", await ScanAsync(content));
        await system.AcceptAsync(Central(system.Today, Observed(Zhang)));
        Assert.Equal("2", await ScanAsync(content));
    }

    [Fact]
    public async Task The_code_outlives_a_restart_and_ends_at_midnight()
    {
        var content = await ContentAsync(Zhang);
        await system.DisposeAsync();
        system = await RunningHealthCode.StartAsync(system.Directory, system.Clock);
        Assert.Equal("0", await ScanAsync(content));
        system.Clock.Advance(TimeSpan.FromHours(15));
        Assert.Equal("-1", await ScanAsync(content));
    }

    [Fact]
    public async Task Under_a_name_that_nobody_knows_there_is_a_paper_with_the_way_out_and_no_code()
    {
        var page = await PrintAsync(Zhang with { Name = "张四" });
        Assert.DoesNotContain("<svg", page);
        Assert.Contains("登记申请", page);
    }

    [Fact]
    public async Task A_name_cannot_write_into_the_page() =>
        Assert.DoesNotContain("<b>", await PrintAsync(new MadeUp("<b> John", DocumentType.Passport, "E12345678")));

    [Fact]
    public async Task A_session_prints_for_a_dependant_and_for_nobody_else()
    {
        var token = await system.OpenSessionAsync(MadeUp.Nth(1));
        using var refused = await system.SendAsync(token, HttpMethod.Post, "/v1/me/paper-passes", Question(Zhang));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var household = Question(Zhang);
        household["guardian"] = Question(MadeUp.Nth(1));
        await system.DoAsync(HttpMethod.Post, "/v1/desk/dependants", RunningHealthCode.Committee, household);
        using var printed = await system.SendAsync(token, HttpMethod.Post, "/v1/me/paper-passes", Question(Zhang));
        Assert.Equal((HttpStatusCode.OK, "text/html"), (printed.StatusCode, printed.Content.Headers.ContentType!.MediaType));
        Assert.Single((await system.SeeAsync(await system.OpenSessionAsync(Zhang), "/v1/me/proxy-queries")).GetProperty("queries").EnumerateArray());
    }

    private static Dictionary<string, object> Question(MadeUp person) =>
        new() { ["name"] = person.Name, ["documentType"] = person.Type.Code(), ["documentNumber"] = person.Number };

    private async Task<string> PrintAsync(MadeUp person)
    {
        using var response = await system.SendAsync(HttpMethod.Post, "/v1/desk/paper-passes", RunningHealthCode.Committee, JsonContent.Create(Question(person)));
        var page = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, page);
        Assert.True(response.Headers.CacheControl!.NoStore);
        return page;
    }

    private async Task<string> ContentAsync(MadeUp person) =>
        (await system.Service<PaperCodes>().IssueAsync(system.Service<PersonRegister>().RefOf(person.Document), MaskedIdentity.Of(person.PersonName, person.Document))).Content;

    private async Task<string> ScanAsync(string content) => (await system.AskAsync(new { qrCode = content })).GetProperty("data").GetProperty("code").GetString()!;
}
