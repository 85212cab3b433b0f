using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Native;

public sealed class NativeInterfaceTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private RunningHealthCode system = null!;

    public async Task InitializeAsync() => system = await RunningHealthCode.StartAsync();

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task The_answer_stands_on_the_wire_as_the_region_s_description_says()
    {
        await system.DeliverAllAsync([Zhang], [Observed(Zhang)]);
        var answer = await system.AskAsync(Zhang);
        Assert.Equal("0", answer.GetProperty("errcode").GetString());
        var data = answer.GetProperty("data");
        Assert.Equal(("2", "张*", "11**************2X", "03-01 09:15", "03-01 24:00", "CDC"), (Text("code"), Text("name"), Text("idCard"), Text("queryTime"), Text("invalidTime"), Text("dataSource")));
        Assert.Matches("^[0-9a-f]{32}$", Text("userUUID"));

        string? Text(string member) => data.GetProperty(member).GetString();
    }

    [Fact]
    public async Task An_unknown_person_is_answered_with_nothing_but_the_code()
    {
        await system.DeliverAllAsync([MadeUp.Nth(1)]);
        var data = (await system.AskAsync(Zhang)).GetProperty("data");
        Assert.Equal("""{"code":"-1"}""", data.ToString());
    }

    [Fact]
    public async Task While_a_feed_is_late_the_answer_was_over_before_it_came()
    {
        await system.AcceptAsync(Registration(system.Today, Zhang));
        var data = (await system.AskAsync(Zhang)).GetProperty("data");
        Assert.Equal(("-3", "02-29 24:00"), (data.GetProperty("code").GetString(), data.GetProperty("invalidTime").GetString()));
    }
}
