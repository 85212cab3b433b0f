using System.Net;

namespace HealthBao.Hub.Tests.Trust;

public sealed class NativeCodePrefixTests : IAsyncLifetime
{
    private RunningHub hub = null!;
    private FakeRegion beijing = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync();
        beijing = await FakeRegion.StartAsync("110000", hub.Clock);
    }

    public async Task DisposeAsync()
    {
        await beijing.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Theory]
    [InlineData("BEIJING:")]
    [InlineData("BEIJING:1")]
    [InlineData("BEI")]
    public async Task A_code_prefix_that_covers_or_is_covered_by_another_regions_is_a_conflict(string prefix)
    {
        (await beijing.AskToJoinAsync(hub)).EnsureSuccessStatusCode();
        await using var tianjin = await FakeRegion.StartAsync("120000", hub.Clock);
        tianjin.Participant = tianjin.Participant with { NativeCodePrefixes = ["TIANJIN:", prefix] };
        using var response = await tianjin.AskToJoinAsync(hub);
        await Expect.ProblemAsync(response, HttpStatusCode.Conflict, "conflict");
    }

    [Theory]
    [InlineData("")]
    [InlineData("eyJ")]
    [InlineData("e")]
    [InlineData("shc:/56")]
    [InlineData("s")]
    [InlineData(null)]
    public async Task A_code_prefix_that_would_catch_passes_themselves_is_refused(string? prefix)
    {
        beijing.Participant = beijing.Participant with { NativeCodePrefixes = [prefix!] };
        using var response = await beijing.AskToJoinAsync(hub);
        await Expect.ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
    }
}
