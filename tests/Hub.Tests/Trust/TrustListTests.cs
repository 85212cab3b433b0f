using System.Net;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hub.Tests.Trust;

public sealed class TrustListTests : IAsyncLifetime
{
    private RunningHub hub = null!;
    private FakeRegion beijing = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync();
        beijing = await FakeRegion.JoinAsync(hub, "110000");
    }

    public async Task DisposeAsync()
    {
        await beijing.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task The_list_is_signed_by_the_anchor_and_by_no_other_key()
    {
        var token = await hub.Http.GetStringAsync("/.well-known/trust-list");
        var keys = hub.Service<HealthBao.Hub.Trust.HubKeys>();
        var list = TrustListToken.Read(token, new(keys.TrustAnchor.Jwk))!;
        Assert.Null(TrustListToken.Read(token, new(keys.TokenSigner.Jwk)));
        Assert.Equal(hub.Clock.GetUtcNow().AddHours(24), list.Expires);
        var participant = Assert.Single(list.Participants);
        Assert.Equal((beijing.Issuer, "1", beijing.Issuer + "/status/"), (participant.Issuer, participant.ConceptMap.Version, participant.StatusList));
        Assert.DoesNotContain(beijing.Adapter.Address.Authority, FakeJws.Text(token.Split('.')[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybody_may_read_it_from_anywhere()
    {
        using var response = await hub.Http.GetAsync("/.well-known/trust-list");
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("application/trust-list+jwt", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(TimeSpan.FromMinutes(1), response.Headers.CacheControl?.MaxAge);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"another\", {0}")]
    [InlineData("*")]
    public async Task A_reader_who_holds_the_list_already_is_told_so(string form)
    {
        using var first = await hub.Http.GetAsync("/.well-known/trust-list");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/.well-known/trust-list");
        request.Headers.TryAddWithoutValidation("If-None-Match", form.Replace("{0}", first.Headers.ETag!.Tag, StringComparison.Ordinal));
        using var second = await hub.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_changed_list_is_sent_in_spite_of_the_tag()
    {
        using var first = await hub.Http.GetAsync("/.well-known/trust-list");
        (await beijing.SuspendAsync(hub)).EnsureSuccessStatusCode();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/.well-known/trust-list");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await hub.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task A_suspension_counts_at_once_and_an_approval_lifts_it()
    {
        var pass = beijing.Pass().Api;
        Expect.Verdict(await hub.VerifyAsync(pass), "admit", null);
        (await beijing.SuspendAsync(hub)).EnsureSuccessStatusCode();
        Expect.Verdict(await hub.VerifyAsync(pass), "cannot-tell", "issuer-suspended");
        Assert.Equal(ParticipantState.Suspended, Assert.Single((await hub.TrustListAsync()).Participants).State);
        (await beijing.ApproveAsync(hub)).EnsureSuccessStatusCode();
        Expect.Verdict(await hub.VerifyAsync(pass), "admit", null);
    }

    [Fact]
    public async Task The_sequence_grows_with_every_change_though_the_clock_stands()
    {
        var before = (await hub.TrustListAsync()).Sequence;
        (await beijing.SuspendAsync(hub)).EnsureSuccessStatusCode();
        var after = (await hub.TrustListAsync()).Sequence;
        Assert.True(after > before);
        Assert.True(before >= RunningHub.Morning.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task A_key_stays_for_a_day_after_its_end_and_then_leaves()
    {
        var key = beijing.TodaysKey.Kid;
        var end = beijing.Today.End;
        var old = beijing.Pass().Api;
        hub.Clock.SetUtcNow(end.AddHours(23));
        await Eventually.IsTrueAsync(async () => (await hub.TrustListAsync()).IssuedAt >= end.AddHours(23));
        Assert.Contains(key, await KeysAsync());
        Expect.Verdict(await hub.VerifyAsync(old), "cannot-tell", "expired");

        hub.Clock.SetUtcNow(end.AddHours(25));
        await Eventually.IsTrueAsync(async () => !(await KeysAsync()).Contains(key));
        Expect.Verdict(await hub.VerifyAsync(old), "cannot-tell", "unknown-key");
    }

    [Fact]
    public async Task The_published_key_set_holds_the_token_signer_only()
    {
        var keys = System.Text.Json.JsonElement.Parse(await hub.Http.GetStringAsync("/.well-known/jwks.json")).GetProperty("keys");
        Assert.Equal(hub.Service<HealthBao.Hub.Trust.HubKeys>().TokenSigner.Kid, Assert.Single(keys.EnumerateArray()).GetProperty("kid").GetString());
    }

    [Fact]
    public async Task The_regions_are_told_with_the_age_of_what_is_held_of_them()
    {
        var regions = System.Text.Json.JsonElement.Parse(await hub.Http.GetStringAsync("/v1/regions")).GetProperty("regions");
        var region = Assert.Single(regions.EnumerateArray());
        Assert.Equal(("110000", "active", "2026-03-01T09:00:00+08:00"), (Expect.Text(region, "region"), Expect.Text(region, "state"), Expect.Text(region, "statusListAsOf")));
        Assert.Equal(1, region.GetProperty("keysInForce").GetInt32());
    }

    private async Task<IEnumerable<string>> KeysAsync() => (await hub.TrustListAsync()).Participants.SelectMany(p => p.Keys).Select(k => k.Jwk.Thumbprint);
}
