using System.Text.Json;

namespace HealthBao.Interop.Tests.Sandbox;

/// <summary>What happens to a pass during its day and after; each test has a sandbox of its own, since it moves the clock or breaks parts.</summary>
public sealed class DayOfThePassTests : IAsyncLifetime
{
    private readonly SandboxFixture sandbox = new();

    public Task InitializeAsync() => sandbox.InitializeAsync();

    public Task DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task A_pass_past_midnight_is_not_admitted_and_the_new_day_gives_a_new_one()
    {
        var person = Green("beijing");
        var pass = await PassOfAsync(person);
        Assert.Equal("admit", Verdict(await sandbox.VerifyAsync(pass, "120000")));
        await sandbox.ControlAsync(new { op = "set-clock", now = "2026-03-02T00:00:00+08:00" });
        var after = await sandbox.VerifyAsync(pass, "120000");
        Assert.Equal(new("cannot-tell", "expired"), ExpectedVerdict.Seen(after));
        Assert.Equal("今日凭证已失效，请重新获取", after.GetProperty("next").GetProperty("traveller").GetProperty("zh").GetString());
        var native = person.GetProperty("nativeCode").GetString()!;
        await SandboxFixture.UntilAsync(() => sandbox.VerifyAsync(native, "120000"), a => Verdict(a) == "admit");
        Assert.NotEqual(pass, await PassOfAsync(person));
    }

    [Fact]
    public async Task A_change_at_the_source_supersedes_the_pass_and_the_code_tells_the_new_status()
    {
        foreach (var (source, native, status) in new[] { ("beijing", "2", "central-observation"), ("tianjin", "orange", "home-observation"), ("hebei", "01", "home-observation") })
        {
            var person = Green(source);
            var pass = await PassOfAsync(person);
            var changed = await sandbox.ControlAsync(new { op = "set-native", documentNumber = person.GetProperty("documentNumber").GetString(), native });
            Assert.True(changed.GetProperty("outcome").GetProperty("adapterTold").GetBoolean());
            await SandboxFixture.UntilAsync(() => sandbox.VerifyAsync(pass, "130000"), a => Reason(a) == "superseded");
            var now = await SandboxFixture.UntilAsync(() => sandbox.VerifyAsync(person.GetProperty("nativeCode").GetString()!, "130000"), a => Reason(a) != "status-unknown");
            Assert.Equal(new("refuse", status), ExpectedVerdict.Seen(now));
        }
    }

    [Fact]
    public async Task A_suspended_day_key_is_replaced_by_its_region_and_the_code_counts_again()
    {
        var person = Green("beijing");
        var pass = await PassOfAsync(person);
        var kid = Kid(pass);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{sandbox.Hub}/v1/trust/keys/{kid}/suspension");
        request.Headers.Authorization = new("Bearer", await sandbox.Http.GetStringAsync(sandbox.Hub + "/sandbox/token/sandbox-operator"));
        using var suspended = await sandbox.Http.SendAsync(request);
        Assert.True(suspended.IsSuccessStatusCode, await suspended.Content.ReadAsStringAsync());
        Assert.Equal(new("cannot-tell", "unknown-key"), ExpectedVerdict.Seen(await sandbox.VerifyAsync(pass, "120000")));
        await SandboxFixture.UntilAsync(() => sandbox.VerifyAsync(person.GetProperty("nativeCode").GetString()!, "120000"), a => Verdict(a) == "admit");
        Assert.NotEqual(kid, Kid(await PassOfAsync(person)));
        using var reading = new HttpRequestMessage(HttpMethod.Get, $"{sandbox.Hub}/v1/audit?kind=key-suspended&subject={kid}") { Headers = { Authorization = request.Headers.Authorization } };
        using var recorded = await sandbox.Http.SendAsync(reading);
        Assert.Contains("\"by\":\"sandbox-operator\"", await recorded.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(new("cannot-tell", "unknown-key"), ExpectedVerdict.Seen(await sandbox.VerifyAsync(pass, "120000")));
    }

    [Fact]
    public async Task A_pass_taken_back_is_suspended_at_every_destination_and_a_fresh_code_gives_a_new_one()
    {
        var person = Green("beijing");
        var (pass, document) = (await PassOfAsync(person), person.GetProperty("documentNumber").GetString());
        var changed = await sandbox.ControlAsync(new { op = "set-native", documentNumber = document, native = "0", reason = "pass-withdrawn", authority = "110105/COMMUNITY" });
        Assert.True(changed.GetProperty("outcome").GetProperty("adapterTold").GetBoolean());
        var seen = await SandboxFixture.UntilAsync(() => sandbox.VerifyAsync(pass, "130000"), a => Reason(a) == "suspended");
        Assert.Equal(new("cannot-tell", "suspended"), ExpectedVerdict.Seen(seen));
        var fresh = (await sandbox.ControlAsync(new { op = "fetch-code", documentNumber = document })).GetProperty("nativeCode").GetString()!;
        Assert.NotEqual(person.GetProperty("nativeCode").GetString(), fresh);
        await SandboxFixture.UntilAsync(() => sandbox.VerifyAsync(fresh, "130000"), a => Verdict(a) == "admit");
        await sandbox.ControlAsync(new { op = "set-clock", now = "2026-03-01T09:05:00+08:00" });
        var other = (await sandbox.ControlAsync(new { op = "fetch-code", documentNumber = document })).GetProperty("nativeCode").GetString()!;
        await sandbox.ControlAsync(new { op = "set-clock", now = "2026-03-01T09:10:00+08:00" });
        Assert.Equal("native-code-unknown", Reason(await sandbox.VerifyAsync(other, "130000")));
    }

    [Fact]
    public async Task A_dead_source_takes_nobody_else_with_it_and_invents_no_status()
    {
        var beijing = Green("beijing").GetProperty("nativeCode").GetString()!;
        var hebei = Green("hebei").GetProperty("nativeCode").GetString()!;
        await sandbox.ControlAsync(new { op = "stop-source", region = "130000" });
        Assert.Equal(new("cannot-tell", "region-unavailable"), ExpectedVerdict.Seen(await sandbox.VerifyAsync(hebei, "110000")));
        Assert.Equal("admit", Verdict(await sandbox.VerifyAsync(beijing, "120000")));
        await sandbox.ControlAsync(new { op = "start-source", region = "130000" });
        await SandboxFixture.UntilAsync(() => sandbox.VerifyAsync(hebei, "110000"), a => Verdict(a) == "admit");
    }

    [Fact]
    public async Task A_stopped_adapter_leaves_its_passes_verifiable_and_gives_the_same_pass_after_its_restart()
    {
        var person = Green("tianjin");
        var (pass, native) = (await PassOfAsync(person), person.GetProperty("nativeCode").GetString()!);
        await sandbox.ControlAsync(new { op = "stop-adapter", region = "120000" });
        Assert.Equal("admit", Verdict(await sandbox.VerifyAsync(pass, "110000")));
        Assert.Equal(new("cannot-tell", "region-unavailable"), ExpectedVerdict.Seen(await sandbox.VerifyAsync(native, "110000")));
        await sandbox.ControlAsync(new { op = "start-adapter", region = "120000" });
        await SandboxFixture.UntilAsync(() => sandbox.VerifyAsync(native, "110000"), a => Verdict(a) == "admit");
        Assert.Equal(pass, await PassOfAsync(person));
    }

    [Fact]
    public async Task The_example_of_the_made_up_participant_is_admitted_and_a_change_of_one_character_is_not()
    {
        var example = sandbox.Document.GetProperty("testIssuer").GetProperty("example").GetString()!;
        Assert.Equal("admit", Verdict(await sandbox.VerifyAsync(example, "110000")));
        var dot = example.LastIndexOf('.');
        var altered = example[..(dot + 1)] + (example[dot + 1] == 'A' ? 'B' : 'A') + example[(dot + 2)..];
        Assert.Equal(new("refuse", "bad-signature"), ExpectedVerdict.Seen(await sandbox.VerifyAsync(altered, "110000")));
    }

    private JsonElement Green(string source) => sandbox.Document.GetProperty("people").EnumerateArray()
        .First(p => p.GetProperty("source").GetString() == source && p.GetProperty("expected").GetString() == "no-abnormality");

    private async Task<string> PassOfAsync(JsonElement person)
    {
        using var response = await sandbox.Http.PostAsync(
            $"{sandbox.Hub}/regions/{person.GetProperty("region").GetString()}/v1/passes",
            System.Net.Http.Json.JsonContent.Create(new { nativeCode = person.GetProperty("nativeCode").GetString() }));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("pass").GetString()!;
    }

    private static string? Verdict(JsonElement answer) => answer.GetProperty("verdict").GetString();

    private static string? Reason(JsonElement answer) => answer.GetProperty("reason").GetString();

    private static string Kid(string pass) => JsonElement.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(pass.Split('.')[0])).GetProperty("kid").GetString()!;
}
