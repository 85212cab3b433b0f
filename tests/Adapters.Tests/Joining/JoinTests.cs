using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Joining;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Adapters.Tests.Joining;

public sealed class JoinTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_region_asks_to_join_and_then_tells_the_keys_of_today_and_tomorrow()
    {
        await using var hub = await HubStandIn.StartAsync();
        await using var adapter = await RunningAdapter.StartAsync(settings: [("Hub:Address", hub.Address)]);
        var posted = await TakeAsync(hub, 2);
        Assert.Equal(["/v1/trust/participants", "/v1/trust/keys"], posted.Select(p => p.Path));
        Assert.All(posted, p => Assert.Equal("application/jwt", p.ContentType));
        var request = ParticipantRequest.Verify(posted[0].Token, RunningAdapter.Morning, out var fault);
        Assert.True(request is not null, fault);
        Assert.Equal(adapter.Http.BaseAddress, request.AdapterAddress);
        var statement = KeyStatement.Verify(posted[1].Token, request.Participant.Issuer, "990001", new(request.EnrolmentKey), RunningAdapter.Morning);
        var today = ShanghaiDay.At(RunningAdapter.Morning);
        Assert.Equal([today.Start, today.Next.Start], statement!.Keys.Select(k => k.NotBefore));
    }

    [Fact]
    public async Task A_region_that_is_not_approved_yet_says_so_and_asks_again()
    {
        await using var hub = await HubStandIn.StartAsync();
        hub.Answer = path => path.EndsWith("keys", StringComparison.Ordinal) && hub.Posted.Count < 4 ? 403 : 202;
        await using var adapter = await RunningAdapter.StartAsync(settings: [("Hub:Address", hub.Address)]);
        var posted = await TakeAsync(hub, 2);
        while (posted.Count < 6)
        {
            adapter.Clock.Advance(TimeSpan.FromSeconds(30));
            posted.AddRange(await TakeAsync(hub, 1, TimeSpan.FromMilliseconds(200)));
        }

        Assert.Contains(adapter.Log.Lines, l => l.Contains("not approved yet", StringComparison.Ordinal));
        Assert.NotEqual(posted[1].Token, posted[3].Token);
    }

    [Fact]
    public async Task A_hub_that_is_away_stops_nothing()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        await adapter.PassAsync("EX:one");
        Assert.Contains("\"hub\":\"", await adapter.Http.GetStringAsync("/readyz"), StringComparison.Ordinal);
        Assert.NotNull(adapter.Service<JoinState>().WaitsFor);
    }

    [Fact]
    public async Task The_enrolment_key_is_made_once_and_readable_by_its_owner_only()
    {
        var first = await RunningAdapter.StartAsync();
        var kid = first.Service<EnrolmentKey>().Key.Kid;
        await first.DisposeAsync();
        await using var second = await RunningAdapter.StartAsync(first.Directory);
        Assert.Equal(kid, second.Service<EnrolmentKey>().Key.Kid);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(first.Directory, "enrolment.pem")));
    }

    [Fact]
    public async Task The_concept_map_is_published_signed_by_the_enrolment_key()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        var token = await adapter.Http.GetStringAsync("/.well-known/concept-map");
        var map = ConceptMapToken.Verify(token, RunningAdapter.Region.Participant.Issuer, new VerificationKey(adapter.Service<EnrolmentKey>().Key.Jwk));
        Assert.Equal(RunningAdapter.Region.Map.Sha256, map?.Sha256);
    }

    private static async Task<List<(string Path, string? ContentType, string Token)>> TakeAsync(HubStandIn hub, int count, TimeSpan? patience = null)
    {
        var taken = new List<(string, string?, string)>();
        while (taken.Count < count && await hub.Arrived.WaitAsync(patience ?? Patience))
            if (hub.Posted.TryDequeue(out var posted)) taken.Add(posted);
        return taken;
    }
}
