using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Tests.Determination;

/// <summary>A forum's case: somebody green passed a checkpoint at 延庆, and read “暂无您的防疫信息” from then on.</summary>
public sealed class CheckpointTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private RunningHealthCode system = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        await system.DeliverAllAsync([MadeUp.Nth(1)]);
        await RegisterAsync(Zhang.Name, "110105001002", RunningHealthCode.Committee);
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task A_status_does_not_vanish_after_a_checkpoint_at_Yanqing()
    {
        await PassAsync("declared", RunningHealthCode.Yanqing);
        Assert.Equal(HealthStatus.CannotConfirm, (await system.DetermineAsync(Zhang)).Status);
        Assert.Equal("-7", (await system.AskAsync(Zhang)).GetProperty("data").GetProperty("code").GetString());
        system.Clock.Advance(TimeSpan.FromMinutes(1));
        await PassAsync("verified", RunningHealthCode.Committee);
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang)).Status);
    }

    [Fact]
    public async Task Nor_when_the_checkpoint_wrote_the_name_otherwise()
    {
        await PassAsync("declared", RunningHealthCode.Yanqing, "张山");
        Assert.Equal("trip-unverified", (await system.DetermineAsync(Zhang)).Rule.Id);
    }

    [Fact]
    public async Task A_checkpoint_that_registers_the_number_under_another_name_makes_nobody_unknown()
    {
        await RegisterAsync("张山", "110119", RunningHealthCode.Yanqing, "transit");
        Assert.Equal("registered-twice", (await system.DetermineAsync(Zhang)).Rule.Id);
        Assert.Equal("11", (await system.AskAsync(Zhang)).GetProperty("data").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Repeating_its_own_registration_does_not_settle_it_for_the_first_community()
    {
        await RegisterAsync("张山", "110119", RunningHealthCode.Yanqing, "transit");
        await RegisterAsync(Zhang.Name, "110105001002", RunningHealthCode.Committee);
        Assert.Equal("registered-twice", (await system.DetermineAsync(Zhang)).Rule.Id);
    }

    [Theory]
    [InlineData("110119", RunningHealthCode.Yanqing)]
    [InlineData("110105001002", RunningHealthCode.City)]
    public async Task The_office_that_was_mistaken_or_one_above_both_settles_it(string division, string office)
    {
        await RegisterAsync("张山", "110119", RunningHealthCode.Yanqing, "transit");
        await RegisterAsync(Zhang.Name, division, office);
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang)).Status);
    }

    [SkippableFact]
    public async Task The_same_on_PostgreSQL()
    {
        await using var database = await ScratchDatabase.MakeAsync();
        await system.DisposeAsync();
        system = await RunningHealthCode.StartAsync(settings: database.Settings);
        await system.DeliverAllAsync([MadeUp.Nth(1)]);
        await RegisterAsync(Zhang.Name, "110105001002", RunningHealthCode.Committee);
        await RegisterAsync("张山", "110119", RunningHealthCode.Yanqing, "transit");
        Assert.Equal("registered-twice", (await system.DetermineAsync(Zhang)).Rule.Id);
        await RegisterAsync(Zhang.Name, "110105001002", RunningHealthCode.City);
        Assert.Equal("registered", (await system.DetermineAsync(Zhang)).Rule.Id);
        await system.DisposeAsync();
        system = await RunningHealthCode.StartAsync();
    }

    [Fact]
    public async Task A_community_may_still_correct_a_name_of_its_own()
    {
        await RegisterAsync("张叁", "110105001002", RunningHealthCode.Committee);
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang with { Name = "张叁" })).Status);
    }

    private Task RegisterAsync(string name, string division, string office, string category = "resident") => system.DoAsync(HttpMethod.Post, "/v1/feeds/registration/rows", office, new
    {
        name,
        documentType = "resident-id",
        documentNumber = Zhang.Number,
        category,
        division,
        at = ShanghaiDay.Format(system.Clock.GetUtcNow()),
    });

    private Task PassAsync(string check, string office, string? name = null) => system.DoAsync(HttpMethod.Post, "/v1/feeds/trips/rows", office, new
    {
        name = name ?? Zhang.Name,
        documentType = "resident-id",
        documentNumber = Zhang.Number,
        origin = "110119",
        destination = "110105",
        date = "2020-03-01",
        mode = "road",
        check,
        authority = office,
    });
}
