using System.Net;
using HealthBao.Adapters.Enquiry;

namespace HealthBao.Adapters.Tests.Issuing;

public sealed class NoPassTests
{
    [Fact]
    public async Task Of_a_person_nobody_knows_there_is_a_way_out_and_no_pass()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult<EnquiryOutcome>(new EnquiryOutcome.NotHeld());
        var reply = await adapter.PassAsync("EX:one");
        Assert.Equal("not-held", reply.GetProperty("status").GetString());
        Assert.Contains("099-12345", reply.GetProperty("guidance").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.False(reply.TryGetProperty("pass", out _));
        Assert.False(reply.TryGetProperty("validUntil", out _));
    }

    [Fact]
    public async Task A_late_source_is_cannot_confirm_with_its_reason_and_no_pass()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult<EnquiryOutcome>(new EnquiryOutcome.SourceLate("example"));
        var reply = await adapter.PassAsync("EX:one");
        Assert.Equal("cannot-confirm", reply.GetProperty("status").GetString());
        Assert.Equal("source-late", reply.GetProperty("reason").GetString());
        Assert.Equal("今日数据尚未更新，与您个人无关", reply.GetProperty("guidance").GetProperty("zh").GetString());
        Assert.False(reply.TryGetProperty("pass", out _));
    }

    [Theory]
    [InlineData(SourceFault.Unreachable, HttpStatusCode.BadGateway)]
    [InlineData(SourceFault.Unreadable, HttpStatusCode.BadGateway)]
    [InlineData(SourceFault.TimedOut, HttpStatusCode.GatewayTimeout)]
    [InlineData(SourceFault.Overloaded, HttpStatusCode.ServiceUnavailable)]
    public async Task A_source_that_fails_is_a_problem_that_names_the_region(SourceFault fault, HttpStatusCode expected)
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult<EnquiryOutcome>(new EnquiryOutcome.SourceFailed(fault));
        using var response = await adapter.AskAsync("EX:one");
        await response.AssertProblemAsync(expected, "\"region\":\"990001\"");
        Assert.Equal(fault == SourceFault.Overloaded, response.Headers.RetryAfter is not null);
    }

    [Fact]
    public async Task A_code_that_the_source_does_not_know_is_not_found()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var response = await adapter.AskAsync("EX:made-up");
        await response.AssertProblemAsync(HttpStatusCode.NotFound, "native-code-unknown");
    }

    [Fact]
    public async Task A_mask_that_shows_too_much_is_the_source_s_fault_and_never_signed()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult<EnquiryOutcome>(new EnquiryOutcome.Stated(
            ((EnquiryOutcome.Stated)RunningAdapter.Stated()).Statement with { Person = new(default, "11010519491231002X", new("张三丰", "")) }));
        using var response = await adapter.AskAsync("EX:one");
        await response.AssertProblemAsync(HttpStatusCode.BadGateway, "source-failed");
    }

    [Fact]
    public async Task A_source_that_never_ends_its_answer_is_timed_out_and_the_code_can_be_asked_again()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        var asked = new TaskCompletionSource();
        adapter.Source.ByCode = _ =>
        {
            asked.SetResult();
            return new TaskCompletionSource<EnquiryOutcome>().Task;
        };
        var waiting = adapter.AskAsync("EX:one");
        await asked.Task;
        adapter.Clock.Advance(TimeSpan.FromSeconds(20));
        using (var response = await waiting) await response.AssertProblemAsync(HttpStatusCode.GatewayTimeout);
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        await adapter.PassAsync("EX:one");
    }
}
