using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using HealthBao.Hostile;

namespace HealthBao.Hub.Tests.Hostile;

/// <summary>A hub that holds what <see cref="HostileWorld"/> says: it was joined, stated to, suspended and served over HTTP.</summary>
public sealed class HostileHub : IAsyncLifetime
{
    private readonly List<FakeRegion> regions = [];

    public RunningHub Hub { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var madeUp = HostileRegion.All.Where(r => r != HostileRegion.Beijing).Select((r, i) => ($"Hub:MadeUpRegions:{i}", r.Code));
        // Keys are stated for today and tomorrow only: those of yesterday were stated yesterday.
        Hub = await RunningHub.StartAsync(clock: new(RunningHub.Morning.AddDays(-1)), settings: [.. madeUp]);
        foreach (var region in HostileRegion.All) regions.Add(await JoinAsync(region));
        Hub.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var region in regions) (await region.StateKeysAsync(Hub)).EnsureSuccessStatusCode();
        (await regions[HostileRegion.All.ToList().IndexOf(HostileRegion.Suspended)].SuspendAsync(Hub)).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(async () => (await HostileAnswer.AskAsync(Hub, HostileToken.Good)).Reason is null);
        await Eventually.IsTrueAsync(async () => (await HostileAnswer.AskAsync(Hub, HostileToken.Of(HostileRegion.Beijing, HostileRegion.Beijing.Statement))).Reason is null);
    }

    public async Task DisposeAsync()
    {
        foreach (var region in regions) await region.DisposeAsync();
        await Hub.DisposeAsync();
    }

    private async Task<FakeRegion> JoinAsync(HostileRegion hostile)
    {
        var region = await FakeRegion.StartAsync(hostile.Code, Hub.Clock);
        region.EnrolmentKey = hostile.EnrolmentKey;
        ShanghaiDay[] days = [region.Today, region.Today.Next, region.Today.Next.Next];
        foreach (var day in days) region.UseKey(day, hostile.KeyOf(day));
        HostileWorld.Bits().CopyTo(region.Adapter.Bits, 0);
        if (hostile == HostileRegion.Listless) region.Adapter.OnStatusList = http => FakeAdapter.AnswerAsync(http, 404, "{}");
        // A stream that beats would say that the old list still stands.
        region.Adapter.Changes.IsMute = hostile == HostileRegion.Stale;
        if (hostile == HostileRegion.Stale) region.Adapter.OnStatusList = http => FakeAdapter.AnswerAsync(http, 200, Stale(region), StatusListToken.MediaType);
        (await region.AskToJoinAsync(Hub)).EnsureSuccessStatusCode();
        (await region.ApproveAsync(Hub)).EnsureSuccessStatusCode();
        (await region.StateKeysAsync(Hub)).EnsureSuccessStatusCode();
        return region;
    }

    private static string Stale(FakeRegion region) => StatusListToken.Sign(
        new(region.Issuer, region.Today, new([.. region.Adapter.Bits]), region.Clock.GetUtcNow().AddMinutes(-31), TimeSpan.FromSeconds(60)), region.TodaysKey);
}
