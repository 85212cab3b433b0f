using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using Microsoft.AspNetCore.Http;

namespace HealthBao.Hub.Tests.Revocation;

public sealed class BadStatusListTests : IAsyncLifetime
{
    private RunningHub hub = null!;
    private FakeRegion beijing = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync(settings: ("Hub:RegionTimeoutSeconds", "2"));
        beijing = await FakeRegion.JoinAsync(hub, "110000");
        beijing.Adapter.Changes.IsMute = true;
    }

    public async Task DisposeAsync()
    {
        await beijing.DisposeAsync();
        await hub.DisposeAsync();
    }

    public static TheoryData<string> BadLists => new("rubbish", "of another day", "of another region", "signed by another", "of tomorrow's instant", "in pieces without end", "refused", "too large", "none");

    [Theory]
    [MemberData(nameof(BadLists))]
    public async Task A_list_that_is_not_one_leaves_the_last_good_one_and_the_next_good_one_is_taken(string kind)
    {
        var served = 0;
        beijing.Adapter.OnStatusList = async http =>
        {
            Interlocked.Increment(ref served);
            await BadListAsync(http, kind);
        };
        hub.Clock.Advance(TimeSpan.FromSeconds(60));
        await Eventually.IsTrueAsync(() => Volatile.Read(ref served) > 0);
        Expect.Verdict(await hub.VerifyAsync(beijing.Pass().Api), "admit", null);

        beijing.Adapter.OnStatusList = null;
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(beijing.Pass().Api), "statusListAsOf") == "2026-03-01T09:01:00+08:00");
    }

    [Fact]
    public async Task A_list_of_an_unheard_of_charset_is_read_all_the_same()
    {
        beijing.Adapter.OnStatusList = http => FakeAdapter.AnswerAsync(http, 200, List(beijing.Today, hub.Clock.GetUtcNow()), StatusListToken.MediaType + "; charset=none-such");
        hub.Clock.Advance(TimeSpan.FromSeconds(60));
        await Eventually.IsTrueAsync(async () => Expect.Text(await hub.VerifyAsync(beijing.Pass().Api), "statusListAsOf") == "2026-03-01T09:01:00+08:00");
    }

    private async Task BadListAsync(HttpContext http, string kind)
    {
        var now = hub.Clock.GetUtcNow();
        switch (kind)
        {
            case "refused": await FakeAdapter.AnswerAsync(http, 500, ""); break;
            case "none": http.Abort(); break;
            case "in pieces without end":
                await http.Response.WriteAsync("eyJ", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                var left = new TaskCompletionSource();
                await using (http.RequestAborted.Register(left.SetResult)) await left.Task;
                break;
            default:
                await FakeAdapter.AnswerAsync(http, 200, kind switch
                {
                    "of another day" => List(beijing.Today.Next, now),
                    "of another region" => StatusListToken.Sign(new("https://tianjin.healthbao.example", beijing.Today, new(new byte[64]), now, TimeSpan.FromSeconds(60)), beijing.TodaysKey),
                    "signed by another" => StatusListToken.Sign(new(beijing.Issuer, beijing.Today, new(new byte[64]), now, TimeSpan.FromSeconds(60)), HealthBao.Contracts.Jose.SigningKey.Create()),
                    "of tomorrow's instant" => List(beijing.Today, now.AddHours(24)),
                    "too large" => new string('A', StatusListToken.MaxBytes + 1),
                    _ => "rubbish",
                });
                break;
        }
    }

    private string List(ShanghaiDay day, DateTimeOffset asOf) =>
        StatusListToken.Sign(new(beijing.Issuer, day, new([.. beijing.Adapter.Bits]), asOf, TimeSpan.FromSeconds(60)), beijing.KeyOf(day));
}
