using System.Net;
using System.Text.Json;
using HealthBao.Contracts.Status;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Feeds;

public sealed class FileJudgementTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private RunningHealthCode system = null!;

    public async Task InitializeAsync() => system = await RunningHealthCode.StartAsync();

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task A_file_in_gb18030_is_read_as_one_in_utf_8()
    {
        var rare = Zhang with { Name = "𠮷祥" };
        await system.DeliverAllAsync([rare]);
        await system.AcceptAsync(Of("registration", system.Today, [Row(rare, "resident", "110105001002", "20200201")], Gb18030, "\n"));
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(rare)).Status);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_fault()
    {
        var file = Registration(system.Today, Zhang);
        await system.AcceptAsync((file with { Csv = [0xEF, 0xBB, 0xBF, .. file.Csv] }).Promising(1));
    }

    [Fact]
    public async Task A_short_file_is_refused() => await IsRefusedAsync("short-file", f => f with { Csv = f.Csv[..^20] });

    [Fact]
    public async Task A_file_without_its_last_rows_is_short() => await IsRefusedAsync("short-file", f => f with { Ok = Registration(system.Today, Zhang, MadeUp.Nth(1), MadeUp.Nth(2)).Ok });

    [Fact]
    public async Task A_file_whose_bytes_were_changed_is_refused() => await IsRefusedAsync("wrong-digest", f => f with { Csv = [.. f.Csv.Select(b => b == (byte)'X' ? (byte)'x' : b)] });

    [Fact]
    public async Task A_file_with_another_number_of_rows_is_refused() => await IsRefusedAsync("wrong-row-count", f => f.Promising(3));

    [Fact]
    public async Task A_file_without_a_sound_ok_is_refused() => await IsRefusedAsync("ok-unreadable", f => f with { Ok = "rows=2" });

    [Fact]
    public async Task A_stale_file_is_refused() => await IsRefusedAsync("wrong-day", _ => Registration(system.Today.Previous, Zhang));

    [Fact]
    public async Task A_file_of_the_day_after_tomorrow_is_refused() => await IsRefusedAsync("wrong-day", _ => Registration(system.Today.Next.Next, Zhang));

    [Fact]
    public async Task A_file_of_another_name_is_refused() => await IsRefusedAsync("wrong-name", f => f with { Name = "registration-120000-20200301.csv" });

    [Fact]
    public async Task A_file_with_another_header_is_refused() => await IsRefusedAsync("wrong-header", f => f with { Csv = f.Csv[3..] });

    [Fact]
    public async Task A_register_of_nobody_is_refused() => await IsRefusedAsync("short-file", _ => Registration(system.Today));

    [Fact]
    public async Task A_register_that_lost_a_fifth_of_its_people_was_cut_off()
    {
        await system.DeliverAllAsync(Enumerable.Range(0, 200).Select(MadeUp.Nth));
        await IsRefusedAsync("short-file", _ => Registration(system.Today, Enumerable.Range(0, 160).Select(MadeUp.Nth)));
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(MadeUp.Nth(199))).Status);
    }

    [Fact]
    public async Task A_file_that_its_office_did_not_sign_is_refused()
    {
        using var response = await system.DeliverAsync(Registration(system.Today, Zhang), secret: "another secret than the office's");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_file_of_which_other_bytes_were_signed_takes_no_effect()
    {
        var content = new ByteArrayContent(await BodyAsync(Registration(system.Today, Zhang), "b"));
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/feeds/registration/files") { Content = content };
        var other = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("other"u8));
        foreach (var (name, value) in HealthCode.Calls.OfficeCall.Sign(RunningHealthCode.City, RunningHealthCode.Secret + RunningHealthCode.City, HttpMethod.Post, "/v1/feeds/registration/files", other, system.Clock.GetUtcNow()))
            request.Headers.Add(name, value);
        using var response = await system.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Null(system.Service<HealthCode.Feeds.FeedsInForce>().Of("registration", system.Today));
    }

    [Fact]
    public async Task A_community_does_not_deliver_the_list_of_the_cdc_and_a_district_no_file_of_the_city()
    {
        using var role = await system.DeliverAsync(Central(system.Today, Observed(Zhang)), RunningHealthCode.City);
        Assert.Equal(HttpStatusCode.Forbidden, role.StatusCode);
        using var district = await system.DeliverAsync(Registration(system.Today, Zhang), RunningHealthCode.Chaoyang);
        Assert.Equal(HttpStatusCode.Forbidden, district.StatusCode);
    }

    [Fact]
    public async Task A_refused_file_leaves_what_was_in_force_and_a_late_feed_late()
    {
        await system.DeliverAllAsync([Zhang]);
        await IsRefusedAsync("short-file", f => f with { Csv = f.Csv[..^20] });
        Assert.Equal("registered", (await system.DetermineAsync(Zhang)).Rule.Id);
        system.Clock.Advance(TimeSpan.FromHours(15));
        Assert.Equal("source-late", (await system.DetermineAsync(Zhang)).Rule.Id);
    }

    [Fact]
    public async Task Tomorrow_s_list_waits_and_is_in_force_at_midnight()
    {
        await system.DeliverAllAsync([Zhang]);
        await system.AcceptAsync(Central(system.Today.Next));
        await system.AcceptAsync(Home(system.Today.Next));
        await system.AcceptAsync(Trips(system.Today.Next));
        Assert.Equal("registered", (await system.DetermineAsync(Zhang)).Rule.Id);
        system.Clock.Advance(TimeSpan.FromHours(15));
        Assert.Equal("registered", (await system.DetermineAsync(Zhang)).Rule.Id);
    }

    [Fact]
    public async Task A_dropped_file_is_taken_deleted_and_reported()
    {
        var inbox = Path.Combine(system.Directory, "inbox");
        var file = Registration(system.Today, Zhang);
        Directory.CreateDirectory(inbox);
        await File.WriteAllBytesAsync(Path.Combine(inbox, file.Name), file.Csv);
        await File.WriteAllTextAsync(Path.Combine(inbox, file.Name + ".ok"), file.Ok);
        await system.Service<HealthCode.Feeds.Importing.DropFolder>().LookAsync(CancellationToken.None);
        Assert.Equal([file.Name + ".report.json"], Directory.EnumerateFiles(inbox).Select(p => Path.GetFileName(p)));
        Assert.NotNull(system.Service<HealthCode.Feeds.FeedsInForce>().Of("registration", system.Today));
    }

    private static async Task<byte[]> BodyAsync(FeedFile file, string boundary)
    {
        using var form = new MultipartFormDataContent(boundary) { { new ByteArrayContent(file.Csv), "file", file.Name }, { new StringContent(file.Ok), "ok", file.Name + ".ok" } };
        return await form.ReadAsByteArrayAsync();
    }

    private async Task IsRefusedAsync(string refusal, Func<FeedFile, FeedFile> damage)
    {
        using var response = await system.DeliverAsync(damage(Registration(system.Today, Zhang, MadeUp.Nth(1))));
        var report = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, refusal), (response.StatusCode, report.GetProperty("refusal").GetString()));
    }
}
