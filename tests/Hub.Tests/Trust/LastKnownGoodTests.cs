using System.Net;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Trust;
using Microsoft.Data.Sqlite;

namespace HealthBao.Hub.Tests.Trust;

/// <summary>A register that is away, damaged or suddenly empty takes nobody out at once, and lets nobody in.</summary>
public sealed class LastKnownGoodTests : IAsyncLifetime
{
    private readonly List<FakeRegion> regions = [];
    private RunningHub hub = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync();
        foreach (var code in new[] { "110000", "120000", "130000" }) regions.Add(await FakeRegion.JoinAsync(hub, code));
    }

    public async Task DisposeAsync()
    {
        foreach (var region in regions) await region.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Theory]
    [InlineData("DELETE FROM Participants; DELETE FROM DayKeys", "emptied")]
    [InlineData("DELETE FROM Participants WHERE Region <> '110000'", "participants-vanished")]
    [InlineData("DELETE FROM DayKeys", "keys-vanished")]
    [InlineData("UPDATE Participants SET State = 'pending'", "emptied")]
    [InlineData("UPDATE DayKeys SET Region = '990000'", "keys-vanished")]
    [InlineData("UPDATE Participants SET Participant = replace(Participant, 'beijing.healthbao.example', 'evil.example')", "changed-hands")]
    [InlineData("UPDATE DayKeys SET SuspendedAt = NULL; UPDATE DayKeys SET SuspendedAt = NULL", "plausible")]
    public async Task A_register_that_lost_or_changed_much_at_once_is_not_believed(string damage, string told)
    {
        var passes = regions.Select(r => r.Pass().Api).ToArray();
        await DamageAsync(damage);
        await Eventually.IsTrueAsync(async () => (await ReadyAsync()).Contains($"\"trustList\":\"{told}\"", StringComparison.Ordinal));
        foreach (var pass in passes) Expect.Verdict(await hub.VerifyAsync(pass), "admit", null);
        var list = await hub.TrustListAsync();
        Assert.Equal(["110000", "120000", "130000"], list.Participants.Select(p => p.Region));
        Assert.All(list.Participants, p => Assert.Equal(2, p.Keys.Count));
        if (told != "plausible") Assert.Contains(hub.Log.Lines, l => l.StartsWith("Error 1008", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_suspension_counts_though_the_register_is_doubted()
    {
        var (one, other) = (regions[0].Pass().Api, regions[1].Pass().Api);
        await DamageAsync("DELETE FROM Participants WHERE Region <> '110000'");
        await Eventually.IsTrueAsync(async () => (await ReadyAsync()).Contains("participants-vanished", StringComparison.Ordinal));
        (await regions[0].SuspendAsync(hub)).EnsureSuccessStatusCode();
        Expect.Verdict(await hub.VerifyAsync(one), "cannot-tell", "issuer-suspended");
        Expect.Verdict(await hub.VerifyAsync(other), "admit", null);
    }

    [Fact]
    public async Task A_suspended_key_does_not_come_back_with_an_old_register()
    {
        var kid = regions[0].TodaysKey.Kid;
        var pass = regions[0].Pass().Api;
        (await regions[0].SuspendKeyAsync(hub, kid)).EnsureSuccessStatusCode();
        await DamageAsync($"UPDATE DayKeys SET SuspendedAt = NULL WHERE Kid = '{kid}'");
        await Eventually.IsTrueAsync(async () => (await ReadyAsync()).Contains("key-reinstated", StringComparison.Ordinal));
        Expect.Verdict(await hub.VerifyAsync(pass), "cannot-tell", "unknown-key");
    }

    [Fact]
    public async Task What_a_damaged_register_lost_is_kept_no_longer_than_the_list_it_stood_in()
    {
        var until = (await hub.TrustListAsync()).Expires;
        await DamageAsync("DELETE FROM Participants; DELETE FROM DayKeys");
        await Eventually.IsTrueAsync(async () => (await ReadyAsync()).Contains("emptied", StringComparison.Ordinal));
        hub.Clock.Advance(TimeSpan.FromHours(13));
        await Eventually.IsTrueAsync(async () => (await hub.TrustListAsync()).IssuedAt == hub.Clock.GetUtcNow());
        Assert.Equal((until, 3), ((await hub.TrustListAsync()).Expires, (await hub.TrustListAsync()).Participants.Count));
        hub.Clock.SetUtcNow(until);
        await Eventually.IsTrueAsync(async () => (await hub.TrustListAsync()).Participants.Count == 0);
        Assert.Contains("\"trustList\":\"plausible\"", await ReadyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_that_starts_without_its_register_goes_on_with_the_last_known_good_until_its_end()
    {
        var pass = regions[0].Pass().Api;
        var token = await hub.TokenAsync(TestPartner.Gate);
        var before = await hub.TrustListAsync();
        await hub.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(Path.Combine(hub.Directory, "hub.db"), "this is no database, and it is long enough that nobody takes it for an empty one. " + new string('x', 4096));
        hub = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        using var ready = await hub.Http.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("\"register\":\"unreadable\"", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before.Sequence, (await hub.TrustListAsync()).Sequence);
        await Eventually.IsTrueAsync(async () => Expect.Text(await VerifyAsync(token, pass), "verdict") == "admit");
    }

    [Fact]
    public async Task A_register_that_comes_back_is_taken_up_again()
    {
        await hub.DisposeAsync();
        SqliteConnection.ClearAllPools();
        var database = Path.Combine(hub.Directory, "hub.db");
        File.Move(database, database + ".kept");
        await File.WriteAllTextAsync(database, "not a database. " + new string('x', 4096));
        hub = await RunningHub.StartAsync(hub.Directory, hub.Clock);
        SqliteConnection.ClearAllPools();
        File.Move(database + ".kept", database, overwrite: true);
        await Eventually.IsTrueAsync(async () => (await hub.Http.GetAsync("/readyz")).IsSuccessStatusCode);
        Expect.Verdict(await hub.VerifyAsync(regions[0].Pass().Api), "admit", null);
    }

    [Fact]
    public async Task A_list_that_is_over_admits_nobody()
    {
        var pass = regions[0].Pass().Api;
        var trust = hub.Service<TrustSource>();
        await DamageAsync("ALTER TABLE Revisions RENAME TO Gone");
        Assert.NotEmpty(trust.Current.Snapshot.FindRegion("110000")!.Keys);
        hub.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty(trust.Current.Snapshot.FindRegion("110000")!.Keys);
        Assert.Contains("\"trustList\":\"over\"", await ReadyAsync(), StringComparison.Ordinal);
        Assert.Equal(TrustListFault.Over, new TrustListReader(new(hub.Service<HubKeys>().TrustAnchor.Jwk)).Take(await hub.Http.GetStringAsync("/.well-known/trust-list"), hub.Clock.GetUtcNow()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("e30.e30.AA")]
    public async Task A_copy_that_nobody_signed_is_not_used(string copy)
    {
        await hub.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(Path.Combine(hub.Directory, "register-copy.jwt"), copy);
        await File.WriteAllTextAsync(Path.Combine(hub.Directory, "hub.db"), "not a database. " + new string('x', 4096));
        await Assert.ThrowsAnyAsync<SqliteException>(() => RunningHub.StartAsync(hub.Directory, hub.Clock));
        hub = await RunningHub.StartAsync();
    }

    [Fact]
    public async Task The_sequence_does_not_go_back_between_nodes_whose_clocks_differ()
    {
        var ahead = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(hub.Clock.GetUtcNow().AddSeconds(30));
        await using var two = await RunningHub.StartAsync(hub.Directory, ahead);
        (await regions[1].SuspendAsync(two)).EnsureSuccessStatusCode();
        var first = await two.TrustListAsync();
        (await regions[0].SuspendAsync(hub)).EnsureSuccessStatusCode();
        var second = await hub.TrustListAsync();
        Assert.True(second.Sequence > first.Sequence, $"{second.Sequence} after {first.Sequence}");
        await Eventually.IsTrueAsync(async () => (await two.TrustListAsync()).Sequence == second.Sequence);
    }

    private async Task DamageAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(hub.Directory, "hub.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql.Contains("Revisions", StringComparison.Ordinal) ? sql : sql + "; UPDATE Revisions SET Number = Number + 1";
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> ReadyAsync()
    {
        using var response = await hub.Http.GetAsync("/readyz");
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<System.Text.Json.JsonElement> VerifyAsync(string token, string pass)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/verifications");
        request.Content = System.Net.Http.Json.JsonContent.Create(new { pass, destination = "120000", scene = "railway-station" });
        request.Headers.Authorization = new("Bearer", token);
        using var response = await hub.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return System.Text.Json.JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }
}
