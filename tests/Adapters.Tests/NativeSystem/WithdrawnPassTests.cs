using HealthBao.Adapters.Tests.Issuing;
using HealthBao.Adapters.Tests.Revocation;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;

namespace HealthBao.Adapters.Tests.NativeSystem;

public sealed class WithdrawnPassTests
{
    private static readonly object Withdrawal = new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00", reason = "pass-withdrawn" };

    [Fact]
    public async Task A_pass_taken_back_is_suspended_and_never_handed_out_again()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        var stolen = await adapter.PassAsync("EX:one");
        using (var response = await ChangeTests.SendAsync(adapter, ChangeTests.BodyOf(Withdrawal)))
            Assert.Equal("{\"superseded\":0,\"suspended\":1,\"record\":1}", await response.Content.ReadAsStringAsync());
        Assert.Equal(PassRejection.Suspended, await ChangeTests.StandAsync(adapter, stolen));
        var fresh = await adapter.PassAsync("EX:one");
        Assert.NotEqual(stolen.GetProperty("pass").GetString(), fresh.GetProperty("pass").GetString());
        Assert.Equal(PassRejection.None, await ChangeTests.StandAsync(adapter, fresh));
        Assert.Equal(PassRejection.Suspended, await ChangeTests.StandAsync(adapter, stolen));
    }

    [Fact]
    public async Task A_later_change_and_a_restart_leave_it_suspended_and_the_card_list_names_it_beside_the_superseded()
    {
        var first = await RunningAdapter.StartAsync();
        first.Source.ByCode = code => Task.FromResult(RunningAdapter.Stated(subject: code[3..]));
        var (stolen, old) = (await first.PassAsync("EX:subject-1"), await first.PassAsync("EX:subject-2"));
        using (await ChangeTests.SendAsync(first, ChangeTests.BodyOf(Withdrawal))) { }
        Assert.Equal(0, await ChangeTests.TellAsync(first, new { subject = "subject-1", occurredAt = "2026-03-01T09:13:00+08:00" }));
        Assert.Equal(1, await ChangeTests.TellAsync(first, new { subject = "subject-2", occurredAt = "2026-03-01T09:13:00+08:00" }));
        await first.DisposeAsync();

        await using var second = await RunningAdapter.StartAsync(first.Directory, first.Clock);
        Assert.Equal(PassRejection.Suspended, await ChangeTests.StandAsync(second, stolen));
        Assert.Equal(PassRejection.Superseded, await ChangeTests.StandAsync(second, old));
        var statements = new[] { await StatementAsync(second, stolen), await StatementAsync(second, old) };
        var list = await second.Http.GetStringAsync($"/.well-known/crl/{second.Service<Adapters.Issuing.DayKeys>().Today.Key.Kid}.json");
        foreach (var index in statements) Assert.Contains($"\"20260301-{index}\"", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hub_hears_the_state()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        var index = await StatementAsync(adapter, await adapter.PassAsync("EX:one"));
        await using var listener = await Listener.StartAsync(adapter);
        await listener.NextAsync();
        using (await ChangeTests.SendAsync(adapter, ChangeTests.BodyOf(Withdrawal))) { }
        var heard = Assert.Single((await listener.NextAsync())!.Changes);
        Assert.Equal((PassState.Suspended, index), (heard.State, heard.Indexes.Single()));
    }

    private static async Task<int> StatementAsync(RunningAdapter adapter, System.Text.Json.JsonElement reply) =>
        (await PassTests.VerifyAsync(adapter, reply.GetProperty("pass").GetString()!)).Statement!.StatusIndex;
}
