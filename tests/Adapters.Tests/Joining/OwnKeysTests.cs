using System.Text.Json;
using HealthBao.Adapters.Issuing;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using Microsoft.Data.Sqlite;

namespace HealthBao.Adapters.Tests.Joining;

/// <summary>What a region does when the trust list says something new of its own day keys.</summary>
public sealed class OwnKeysTests : IAsyncLifetime
{
    private HubStandIn hub = null!;
    private RunningAdapter adapter = null!;
    private long sequence;

    public async Task InitializeAsync()
    {
        hub = await HubStandIn.StartAsync();
        adapter = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await adapter.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_suspended_day_key_is_replaced_and_its_passes_are_made_anew_when_asked_for()
    {
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        var before = await adapter.PassAsync("EX:one");
        var today = adapter.Service<DayKeys>().Today;
        var (old, tomorrow) = (today.Key, adapter.Service<DayKeys>().Tomorrow.Key.Kid);
        Publish(new ListedKey(old.Jwk, today.Day.Start, today.Day.End) { IsSuspended = true });
        await UntilAsync(() => today.Key.Kid != old.Kid);

        var after = await adapter.PassAsync("EX:one");
        Assert.NotEqual(Text(before, "pass"), Text(after, "pass"));
        var trust = adapter.Trust();
        Assert.Null(trust.FindRegion("990001")!.FindKey(old.Kid));
        Assert.NotNull(trust.FindRegion("990001")!.FindKey(tomorrow));
        var status = StatusListToken.Read(await adapter.Http.GetStringAsync($"/status/{today.Day.Compact}"), trust.FindRegion("990001")!, today.Day)!;
        var verified = PassVerifier.Verify(System.Text.Encoding.ASCII.GetBytes(Text(after, "pass")), new(trust, StatusListSet.Empty.With(status), adapter.Clock.GetUtcNow(), TimeSpan.FromMinutes(30)));
        Assert.Equal(PassRejection.None, verified.Rejection);
        await UntilAsync(() => hub.Posted.Any(p => p.Path == "/v1/trust/keys" && Kids(p.Token).Contains(today.Key.Kid)));
    }

    [Fact]
    public async Task A_replaced_key_stays_replaced_over_a_restart()
    {
        var today = adapter.Service<DayKeys>().Today;
        var old = today.Key;
        Publish(new ListedKey(old.Jwk, today.Day.Start, today.Day.End) { IsSuspended = true });
        await UntilAsync(() => today.Key.Kid != old.Kid);
        var kid = today.Key.Kid;
        await adapter.DisposeAsync();
        adapter = await StartAsync(adapter);
        Assert.Equal(kid, adapter.Service<DayKeys>().Today.Key.Kid);
        Assert.DoesNotContain(adapter.Service<DayKeys>().Published(), p => p.Key == old.Jwk);
    }

    [Fact]
    public async Task A_key_that_was_lost_with_its_day_store_is_suspended_in_the_regions_name()
    {
        var day = adapter.Service<DayKeys>().Today.Day;
        var lost = adapter.Service<DayKeys>().Today.Key.Jwk;
        await adapter.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(adapter.Directory, $"day-{day.Compact}.db*")) File.Delete(file);
        adapter = await StartAsync(adapter);
        Publish(new ListedKey(lost, day.Start, day.End));
        await UntilAsync(() => hub.Posted.Any(p => p.Path == $"/v1/trust/keys/{lost.Thumbprint}/suspension"));
        var token = hub.Posted.First(p => p.Path.EndsWith("/suspension", StringComparison.Ordinal)).Token;
        var word = KeySuspension.Verify(token, RunningAdapter.Region.Participant.Issuer, "990001", new(adapter.Service<EnrolmentKey>().Key.Jwk), adapter.Clock.GetUtcNow());
        Assert.Equal(lost.Thumbprint, word?.Kid);
    }

    [Fact]
    public async Task A_key_that_was_never_ours_and_a_list_that_is_not_the_hubs_change_nothing()
    {
        var today = adapter.Service<DayKeys>().Today;
        var key = today.Key;
        using var stranger = HealthBao.Contracts.Jose.SigningKey.Create();
        hub.TrustList = TrustListToken.Sign(List(new ListedKey(key.Jwk, today.Day.Start, today.Day.End) { IsSuspended = true }), stranger);
        await UntilAsync(() => adapter.Log.Lines.Any(l => l.Contains("bad-signature", StringComparison.Ordinal)));
        var asked = hub.Read;
        Publish(new ListedKey(stranger.Jwk, today.Day.Start, today.Day.End));
        await UntilAsync(() => hub.Read > asked + 2);
        Assert.Equal(key.Kid, today.Key.Kid);
        Assert.DoesNotContain(hub.Posted, p => p.Path.EndsWith("/suspension", StringComparison.Ordinal));
    }

    private Task<RunningAdapter> StartAsync(RunningAdapter? before = null) => RunningAdapter.StartAsync(
        before?.Directory, before?.Clock, settings: [("Hub:Address", hub.Address), ("Hub:TrustAnchor", RunningAdapter.JwkOf(hub.TrustAnchor.Jwk))]);

    private void Publish(params ListedKey[] keys) => hub.TrustList = TrustListToken.Sign(List(keys), hub.TrustAnchor);

    private TrustList List(params ListedKey[] keys)
    {
        var listed = adapter.Trust().FindRegion("990001")!.Listed with { Keys = keys };
        return new("https://hub.example", adapter.Clock.GetUtcNow(), adapter.Clock.GetUtcNow().AddHours(24), ++sequence, [listed]);
    }

    // The adapter looks by the test's clock; how long this machine takes for it is not asked.
    private async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!condition())
        {
            adapter.Clock.Advance(TimeSpan.FromSeconds(5));
            await beat.WaitForNextTickAsync(patience.Token);
        }
    }

    private static IEnumerable<string?> Kids(string statement) =>
        JsonElement.Parse(HealthBao.Contracts.Jose.SignedToken.ReadUnverified(statement, KeyStatement.MaxBytes)!).GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("kid").GetString());

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
