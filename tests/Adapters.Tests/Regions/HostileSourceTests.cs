using HealthBao.Adapters.Enquiry;
using Microsoft.AspNetCore.Http;

namespace HealthBao.Adapters.Tests.Regions;

/// <summary>Whatever a source does, the outcome is a fault and no status.</summary>
public sealed class HostileSourceTests
{
    // Short only so that the test ends: the source never answers, however long it is given.
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    public static TheoryData<string> Regions { get; } = ["Beijing", "Tianjin"];

    [Theory, MemberData(nameof(Regions))]
    public Task A_source_that_never_answers_has_timed_out(string region) => Fails(region, HostileSource.Silent, SourceFault.TimedOut, Short);

    [Theory, MemberData(nameof(Regions))]
    public Task A_source_that_stops_within_its_answer_has_timed_out(string region) =>
        Fails(region, HostileSource.StuckInTheBody, SourceFault.TimedOut, Short);

    [Theory, MemberData(nameof(Regions))]
    public Task Half_an_answer_and_a_closed_connection_is_unreachable(string region) =>
        Fails(region, HostileSource.ClosesHalfWay, SourceFault.Unreachable);

    [Theory, MemberData(nameof(Regions))]
    public Task Ten_megabytes_are_too_large(string region) => Fails(region, HostileSource.TenMegabytes, SourceFault.TooLarge);

    [Theory, MemberData(nameof(Regions))]
    public Task Sixty_kilobytes_are_larger_than_any_true_answer(string region) => Fails(region, HostileSource.SixtyKilobytes, SourceFault.TooLarge);

    [Theory, MemberData(nameof(Regions))]
    public Task Garbage_is_unreadable(string region) => Fails(region, HostileSource.Garbage, SourceFault.Unreadable);

    [Theory, MemberData(nameof(Regions))]
    public Task A_redirect_is_not_followed(string region) => Fails(region, HostileSource.Redirect, SourceFault.Faulted);

    [Theory, MemberData(nameof(Regions))]
    public Task A_page_of_a_proxy_is_unreadable(string region) =>
        Fails(region, HostileSource.Text("text/html; charset=utf-8", "<html><body>200 OK</body></html>"), SourceFault.Unreadable);

    [Theory, MemberData(nameof(Regions))]
    public Task Utf_16_is_unreadable(string region) =>
        Fails(region, HostileSource.Text("application/json; charset=utf-16", "{}"), SourceFault.Unreadable);

    [Fact]
    public Task An_entity_bomb_is_unreadable() => Fails("Tianjin", HostileSource.Text("text/xml", Bomb), SourceFault.Unreadable);

    [Fact]
    public async Task Nobody_listens_is_unreachable()
    {
        var closed = await ScriptedSource.StartAsync([]);
        var address = closed.Address;
        await closed.DisposeAsync();
        using var http = new HttpClient();
        using var log = new RecordedLog();

        var outcome = await new RegionFolder("Beijing").Adapter(address, http, HostileSource.Clock, log, "").AskByCodeAsync("any", default);

        Assert.Equal(new EnquiryOutcome.SourceFailed(SourceFault.Unreachable), outcome);
    }

    [Theory, MemberData(nameof(Regions))]
    public async Task Who_asked_and_left_gets_a_cancellation_and_no_fault(string region)
    {
        using var left = new CancellationTokenSource();
        await using var source = await ScriptedSource.StartAsync(async http =>
        {
            await left.CancelAsync();
            await HostileSource.Silent(http);
        });
        using var http = new HttpClient();
        using var log = new RecordedLog();
        var adapter = new RegionFolder(region).Adapter(source.Address, http, HostileSource.Clock, log, "");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => adapter.AskByCodeAsync("any", left.Token));
    }

    private const string Bomb =
        """
        <?xml version="1.0"?>
        <!DOCTYPE response [<!ENTITY a "green"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <response><code>10000</code><code_color>&c;</code_color></response>
        """;

    private static async Task Fails(string region, RequestDelegate answer, SourceFault fault, TimeSpan? timeout = null) =>
        Assert.Equal(new EnquiryOutcome.SourceFailed(fault), await HostileSource.AskAsync(region, answer, timeout));
}
