using System.Net;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Revocation;
using HealthBao.Adapters.Tests.Issuing;
using HealthBao.Adapters.Tests.NativeSystem;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Revocation;

namespace HealthBao.Adapters.Tests.Revocation;

public sealed class ChangesTests
{
    [Fact]
    public async Task The_hub_hears_the_version_first_and_then_each_change_signed()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        var pass = await adapter.PassAsync("EX:one");
        var index = (await PassTests.VerifyAsync(adapter, pass.GetProperty("pass").GetString()!)).Statement!.StatusIndex;
        await using var listener = await Listener.StartAsync(adapter);
        var first = (await listener.NextAsync())!;
        Assert.Equal((0, 0, 0), (first.From, first.To, first.Changes.Count));
        await ChangeTests.TellAsync(adapter, new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00" });
        var change = (await listener.NextAsync())!;
        Assert.Equal((0, 1, first.Places), (change.From, change.To, change.Places));
        Assert.Equal((PassState.Superseded, index), (change.Changes.Single().State, change.Changes.Single().Indexes.Single()));
    }

    [Fact]
    public async Task Only_the_hub_may_listen()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var stranger = SigningKey.Create();
        using var response = await Listener.AskAsync(adapter, stranger);
        await response.AssertProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task No_more_than_so_many_may_listen()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        var listeners = new List<Listener>();
        for (var n = 0; n < ChangesFeature.MaxListeners; n++) listeners.Add(await Listener.StartAsync(adapter));
        using (var response = await Listener.AskAsync(adapter, adapter.HubKey)) await response.AssertProblemAsync(HttpStatusCode.ServiceUnavailable);
        foreach (var listener in listeners) await listener.DisposeAsync();
    }

    [Fact]
    public async Task When_the_list_grows_the_hub_hears_it_before_the_pass_is_handed_out()
    {
        await using var adapter = await RunningAdapter.StartAsync(settings: [("Adapter:StatusListBlock", "16")]);
        adapter.Source.ByCode = code => Task.FromResult(RunningAdapter.Stated(subject: code));
        await using var listener = await Listener.StartAsync(adapter);
        var held = (await listener.NextAsync())!.Places;
        for (var n = 0; n < 40; n++)
        {
            var pass = await adapter.PassAsync($"EX:{n}");
            Assert.True((await PassTests.VerifyAsync(adapter, pass.GetProperty("pass").GetString()!)).Statement!.StatusIndex < held);
            if (n % 16 < 15) continue;
            // Beats come in between, for the clock goes on.
            while (await listener.NextAsync() is { } next && next.Places == held) Assert.Equal(0, next.To);
            held += 16;
        }
    }

    [Fact]
    public async Task Every_ten_seconds_the_hub_hears_that_the_list_still_stands()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        await using var listener = await Listener.StartAsync(adapter);
        var first = (await listener.NextAsync())!;
        adapter.Clock.Advance(ChangeStream.Heartbeat);
        var beat = (await listener.NextAsync())!;
        Assert.Equal((first.To, first.To, first.AsOf + ChangeStream.Heartbeat), (beat.From, beat.To, beat.AsOf));
    }

    [Fact]
    public async Task When_the_day_is_over_so_is_its_stream()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        await using var listener = await Listener.StartAsync(adapter);
        Assert.NotNull(await listener.NextAsync());
        adapter.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(8)));
        Assert.Null(await listener.NextAsync());
    }

    [Fact]
    public async Task A_listener_that_takes_nothing_is_cut_off_and_holds_up_nobody()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        await adapter.PassAsync("EX:one");
        var output = new StuckStream();
        var stream = new ChangeStream(adapter.Service<DayKeys>().Today, adapter.Service<DeltaSigner>(), adapter.Clock).RunAsync(output, CancellationToken.None);
        await output.Reached;
        await ChangeTests.TellAsync(adapter, new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00" });
        Assert.False(stream.IsCompleted);
        adapter.Clock.Advance(ChangeStream.Patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream);
    }
}
