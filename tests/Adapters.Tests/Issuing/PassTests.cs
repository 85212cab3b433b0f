using System.Text;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Tests.Issuing;

public sealed class PassTests
{
    [Fact]
    public async Task A_native_code_is_exchanged_for_a_pass_that_the_standard_s_verifier_admits_in_both_renditions()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        var reply = await adapter.PassAsync("EX:one");
        Assert.Equal("no-abnormality", reply.GetProperty("status").GetString());
        Assert.Equal("2026-03-02T00:00:00+08:00", reply.GetProperty("validUntil").GetString());
        Assert.NotEmpty(reply.GetProperty("guidance").GetProperty("zh").GetString()!);
        foreach (var rendition in (string[])["pass", "card"])
        {
            var verified = await VerifyAsync(adapter, reply.GetProperty(rendition).GetString()!);
            Assert.Equal(PassRejection.None, verified.Rejection);
            Assert.Equal(RunningAdapter.Morning.AddMinutes(-20), verified.Statement!.AsOf);
            Assert.Null(verified.Statement.Authority);
        }
    }

    [Fact]
    public async Task The_same_native_code_gives_the_same_pass_and_the_source_is_asked_once()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        var first = await adapter.PassAsync("EX:one");
        var second = await adapter.PassAsync("EX:one");
        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal(1, adapter.Source.Asked);
    }

    [Fact]
    public async Task Fifty_requests_at_once_for_one_code_make_one_pass()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        var passes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => adapter.PassAsync("EX:one")));
        Assert.Single(passes.Select(p => p.GetProperty("card").GetString()).Distinct());
        Assert.Equal(1, adapter.Source.Asked);
    }

    [Fact]
    public async Task Two_hundred_people_at_once_get_two_hundred_places_of_the_status_list()
    {
        await using var adapter = await RunningAdapter.StartAsync(settings: [("Adapter:StatusListBlock", "64")]);
        adapter.Source.ByCode = code => Task.FromResult(RunningAdapter.Stated(subject: code));
        var passes = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => adapter.PassAsync($"EX:{n}")));
        var statements = await Task.WhenAll(passes.Select(p => VerifyAsync(adapter, p.GetProperty("pass").GetString()!)));
        Assert.All(statements, s => Assert.Equal(PassRejection.None, s.Rejection));
        Assert.Equal(200, statements.Select(s => s.Statement!.StatusIndex).Distinct().Count());
    }

    [Fact]
    public async Task Yellow_and_red_name_the_office_that_assigned_them()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = code => Task.FromResult(RunningAdapter.Stated(code[3..], code));
        foreach (var (native, authority) in (IEnumerable<(string, string?)>)[("G", null), ("Y", "990001/CDC"), ("R", "990001/CDC"), ("B", null)])
        {
            var reply = await adapter.PassAsync("EX:" + native);
            Assert.Equal(authority, (await VerifyAsync(adapter, reply.GetProperty("pass").GetString()!)).Statement!.Authority);
        }
    }

    [Fact]
    public async Task A_source_in_the_future_is_told_as_of_now()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated(asOf: RunningAdapter.Morning.AddHours(3)));
        var reply = await adapter.PassAsync("EX:one");
        Assert.Equal(RunningAdapter.Morning, (await VerifyAsync(adapter, reply.GetProperty("pass").GetString()!)).Statement!.AsOf);
    }

    [Fact]
    public async Task A_picture_comes_on_request()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        using var response = await adapter.AskAsync("EX:one", "?qr=svg");
        Assert.Contains("\"qrSvg\":\"<svg", (await response.Content.ReadAsStringAsync()).Replace("\\u003C", "<", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_keeps_the_pass_the_key_and_the_places_given_out()
    {
        var first = await RunningAdapter.StartAsync();
        first.Source.ByCode = code => Task.FromResult(RunningAdapter.Stated(subject: code));
        var before = await first.PassAsync("EX:one");
        var index = (await VerifyAsync(first, before.GetProperty("pass").GetString()!)).Statement!.StatusIndex;
        await first.DisposeAsync();

        await using var second = await RunningAdapter.StartAsync(first.Directory, first.Clock);
        second.Source.ByCode = code => Task.FromResult(RunningAdapter.Stated(subject: code));
        Assert.Equal(before.GetRawText(), (await second.PassAsync("EX:one")).GetRawText());
        Assert.Equal(0, second.Source.Asked);
        var others = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => second.PassAsync($"EX:{n}")));
        var verified = await Task.WhenAll(others.Select(o => VerifyAsync(second, o.GetProperty("pass").GetString()!)));
        Assert.DoesNotContain(verified, v => v.Statement!.StatusIndex == index);
    }

    internal static async Task<PassVerification> VerifyAsync(RunningAdapter adapter, string token)
    {
        var trust = adapter.Trust();
        var issuer = trust.FindRegion("990001")!;
        var today = ShanghaiDay.At(adapter.Clock.GetUtcNow());
        adapter.Clock.Advance(TimeSpan.FromSeconds(1));
        var list = StatusListToken.Read(await adapter.Http.GetStringAsync($"/status/{today.Compact}"), issuer, today);
        var lists = list is null ? StatusListSet.Empty : StatusListSet.Empty.With(list);
        return PassVerifier.Verify(Encoding.ASCII.GetBytes(token), new(trust, lists, adapter.Clock.GetUtcNow(), TimeSpan.FromMinutes(30)));
    }
}
