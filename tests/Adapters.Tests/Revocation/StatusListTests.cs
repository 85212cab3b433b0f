using System.Net;
using HealthBao.Adapters.Tests.Issuing;
using HealthBao.Adapters.Tests.NativeSystem;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Tests.Revocation;

public sealed class StatusListTests
{
    private static readonly ShanghaiDay Today = ShanghaiDay.At(RunningAdapter.Morning);

    [Fact]
    public async Task The_list_is_public_cacheable_and_travels_once()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var first = await adapter.Http.GetAsync("/status/20260301");
        Assert.Equal(StatusListToken.MediaType, first.Content.Headers.ContentType?.MediaType);
        Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(TimeSpan.FromSeconds(60), first.Headers.CacheControl?.MaxAge);
        Assert.False(first.Headers.Contains("Server"));
        var request = new HttpRequestMessage(HttpMethod.Get, "/status/20260301");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await adapter.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_list_is_signed_anew_when_half_of_its_life_is_over()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        var first = await adapter.Http.GetStringAsync("/status/20260301");
        adapter.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(first, await adapter.Http.GetStringAsync("/status/20260301"));
        adapter.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first, await adapter.Http.GetStringAsync("/status/20260301"));
    }

    [Fact]
    public async Task Two_blocks_are_there_from_the_start_and_the_next_one_is_always_published_ahead()
    {
        await using var adapter = await RunningAdapter.StartAsync(settings: [("Adapter:StatusListBlock", "16")]);
        adapter.Source.ByCode = code => Task.FromResult(RunningAdapter.Stated(subject: code));
        Assert.Equal(32, (await ListAsync(adapter)).List.Count);
        for (var n = 0; n < 40; n++)
        {
            var before = await ListAsync(adapter);
            var pass = await adapter.PassAsync($"EX:{n}");
            var index = (await PassTests.VerifyAsync(adapter, pass.GetProperty("pass").GetString()!)).Statement!.StatusIndex;
            Assert.Equal(n / 16, index / 16);
            Assert.NotNull(before.StateOf(index));
        }
    }

    [Theory]
    [InlineData("20260228")]
    [InlineData("20260303")]
    [InlineData("2026-03-01")]
    [InlineData("20260332")]
    [InlineData("x")]
    public async Task Other_days_have_no_list(string day)
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var response = await adapter.Http.GetAsync("/status/" + day);
        await response.AssertProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task While_changes_go_on_the_list_is_signed_once_a_second_and_says_its_version()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = code => Task.FromResult(RunningAdapter.Stated(subject: code));
        for (var n = 0; n < 3; n++) await adapter.PassAsync($"EX:{n}");
        var first = await adapter.Http.GetStringAsync("/status/20260301");
        for (var n = 0; n < 3; n++)
        {
            await ChangeTests.TellAsync(adapter, new { subject = $"EX:{n}", occurredAt = "2026-03-01T09:12:00+08:00" });
            Assert.Equal(first, await adapter.Http.GetStringAsync("/status/20260301"));
        }

        var second = await ListAsync(adapter);
        Assert.Equal((3, 3), (second.Version, second.List.Marked.Count()));
    }

    [Fact]
    public async Task Who_asks_at_the_same_time_shares_one_signing()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        var lists = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => adapter.Http.GetStringAsync("/status/20260301")));
        Assert.Single(lists.Distinct());
    }

    [Fact]
    public async Task Card_verifiers_find_the_same_fact_by_rid_and_the_key_tells_the_version()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        var kid = adapter.Trust().FindRegion("990001")!.Listed.Keys.Single(k => k.NotBefore == Today.Start).Jwk.Thumbprint;
        var pass = await adapter.PassAsync("EX:one");
        var index = (await PassTests.VerifyAsync(adapter, pass.GetProperty("pass").GetString()!)).Statement!.StatusIndex;
        Assert.DoesNotContain("crlVersion", await adapter.Http.GetStringAsync("/.well-known/jwks.json"), StringComparison.Ordinal);
        using (var none = await adapter.Http.GetAsync($"/.well-known/crl/{kid}.json")) await none.AssertProblemAsync(HttpStatusCode.NotFound);
        await ChangeTests.TellAsync(adapter, new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00" });
        Assert.Equal(
            $$"""{"kid":"{{kid}}","method":"rid","ctr":1,"rids":["20260301-{{index}}"]}""", await adapter.Http.GetStringAsync($"/.well-known/crl/{kid}.json"));
        Assert.Contains("\"crlVersion\":1", await adapter.Http.GetStringAsync("/.well-known/jwks.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_forgets_no_superseded_pass()
    {
        var first = await RunningAdapter.StartAsync();
        first.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        var pass = (await first.PassAsync("EX:one")).GetProperty("pass").GetString()!;
        await ChangeTests.TellAsync(first, new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00" });
        await first.DisposeAsync();
        await using var second = await RunningAdapter.StartAsync(first.Directory, first.Clock);
        Assert.Equal("superseded", HealthBao.Contracts.Pass.PassWords.Code((await PassTests.VerifyAsync(second, pass)).Rejection));
    }

    private static async Task<HeldStatusList> ListAsync(RunningAdapter adapter)
    {
        adapter.Clock.Advance(TimeSpan.FromSeconds(1));
        return StatusListToken.Read(await adapter.Http.GetStringAsync("/status/20260301"), adapter.Trust().FindRegion("990001")!, Today)!;
    }
}
